package dev.vrrpd.track;

import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.netlink.watch.DirectoryWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tracked files: says what number each begins with, at first and after each change, be it written,
 * replaced, moved or removed. A directory that is not there is waited for. Confined to the loop;
 * files are read by one worker, so that a file system that hangs holds up nothing but its own news.
 */
final class TrackedFiles {
  private static final Logger log = LoggerFactory.getLogger(TrackedFiles.class);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Executor worker;
  private final EventLoop loop;
  private final Consumer<Input> inputs;
  private final DirectoryWatch watch;
  private final LoopTimer retry;
  private final Map<String, FileConfig> files = new HashMap<>();
  private final Set<String> directories = new HashSet<>();
  private final Set<String> missing = new HashSet<>();

  /** Files whose reading is asked for already; shared with the worker. */
  private final Set<FileConfig> pending = ConcurrentHashMap.newKeySet();

  private boolean begun;

  /** {@code worker} runs one task after the other, off the loop. */
  TrackedFiles(Executor worker, EventLoop loop, Consumer<Input> inputs) {
    this.worker = worker;
    this.loop = loop;
    this.inputs = inputs;
    this.watch = new DirectoryWatch(loop, this::happened);
    this.retry = loop.timer(this::lookForMissing);
  }

  /** Takes over another set of files; what a file shall begin with is written only at the start. */
  void use(List<FileConfig> configs) {
    if (!begun) {
      configs.forEach(file -> worker.execute(() -> TrackedFile.initialize(file)));
      begun = true;
    }
    files.clear();
    configs.forEach(file -> files.put(file.name(), file));
    Set<String> before = new HashSet<>(directories);
    directories.clear();
    configs.forEach(file -> directories.add(directory(file)));
    for (String directory : before) {
      if (!directories.contains(directory)) {
        missing.remove(directory);
        worker.execute(() -> watch.forget(directory));
      }
    }
    directories.stream().filter(directory -> !before.contains(directory)).forEach(this::begin);
    configs.forEach(this::read);
  }

  private static String directory(FileConfig file) {
    return Path.of(file.path()).getParent().toString();
  }

  private static String entry(FileConfig file) {
    return Path.of(file.path()).getFileName().toString();
  }

  private void begin(String directory) {
    worker.execute(() -> {
      int result = watch.watch(directory);
      loop.execute(() -> began(directory, result >= 0));
    });
  }

  private void began(String directory, boolean there) {
    if (!directories.contains(directory)) {
      return;
    }
    if (there) {
      missing.remove(directory);
    } else {
      if (missing.add(directory)) {
        files.values().stream()
            .filter(file -> directory(file).equals(directory))
            .forEach(file ->
                log.warn("Track file directory for {} does not exist - waiting", file.name()));
      }
      retry.arm(System.nanoTime() + RETRY.toNanos());
    }
    readAll(directory);
  }

  private void lookForMissing() {
    Set.copyOf(missing).forEach(this::begin);
  }

  private void happened(DirectoryWatch.Event event) {
    switch (event) {
      case DirectoryWatch.Event.Touched(String directory, String name) ->
          files.values().stream()
              .filter(file -> directory(file).equals(directory))
              .filter(file -> entry(file).equals(name) || TrackedFile.isSwap(name))
              .forEach(this::read);
      case DirectoryWatch.Event.Gone(String directory) -> begin(directory);
      case DirectoryWatch.Event.Overflow() -> files.values().forEach(this::read);
    }
  }

  private void readAll(String directory) {
    files.values().stream().filter(file -> directory(file).equals(directory)).forEach(this::read);
  }

  private void read(FileConfig file) {
    if (pending.add(file)) {
      worker.execute(() -> {
        pending.remove(file);
        TrackedFile.read(file).ifPresent(number -> loop.execute(() -> told(file, number)));
      });
    }
  }

  private void told(FileConfig file, int number) {
    FileConfig current = files.get(file.name());
    if (current != null && current.path().equals(file.path())) {
      inputs.accept(new Input.FileRead(file.name(), number));
    }
  }

  void close() {
    watch.close();
    retry.close();
  }
}
