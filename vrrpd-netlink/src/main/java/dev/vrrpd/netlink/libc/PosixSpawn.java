package dev.vrrpd.netlink.libc;

import java.io.File;
import java.lang.ref.Reference;
import java.util.List;

/**
 * posix_spawn(3): a child in a process group of its own, with /dev/null as standard input, output
 * and error, no other descriptor, no signal blocked or ignored, and the credentials of the calling
 * thread. The parent's memory is not copied; only the calling thread waits, until the program runs.
 */
public final class PosixSpawn {
  private static final int SETPGROUP = 0x02;
  private static final int SETSIGDEF = 0x04;
  private static final int SETSIGMASK = 0x08;
  private static final int O_RDWR = 2;

  private static final Libc.Functions C = Libc.functions();

  /** posix_spawnattr_t is 336 octets, posix_spawn_file_actions_t 80, sigset_t 128. */
  private final NativeMemory attributes = NativeMemory.allocate(512);

  private final NativeMemory actions = NativeMemory.allocate(256);
  private final NativeMemory signals = NativeMemory.allocate(128);
  private final NativeMemory noSignals = NativeMemory.allocate(128);
  private final NativeMemory nowhere = NativeMemory.string("/dev/null");

  private PosixSpawn() {}

  /**
   * Starts a program.
   *
   * @param path absolute
   * @return its pid
   * @throws LibcException when there is no such program, or it may not be run
   */
  public static int start(String path, List<String> arguments, List<String> environment) {
    return new PosixSpawn().run(path, arguments, environment, true);
  }

  static int startClosingEach(String path, List<String> arguments, List<String> environment) {
    return new PosixSpawn().run(path, arguments, environment, false);
  }

  private int run(
      String path, List<String> arguments, List<String> environment, boolean closeRange) {
    must("posix_spawnattr_init", C.posix_spawnattr_init(attributes.address()));
    must("posix_spawn_file_actions_init", C.posix_spawn_file_actions_init(actions.address()));
    try {
      describeProcess();
      describeDescriptors(closeRange);
      return spawn(
          NativeMemory.string(path),
          NativeMemory.strings(arguments),
          NativeMemory.strings(environment));
    } catch (LibcException failed) {
      throw failed.call().equals("posix_spawn")
          ? new LibcException("posix_spawn", failed.errno(), path)
          : failed;
    } finally {
      int _ = C.posix_spawn_file_actions_destroy(actions.address());
      int _ = C.posix_spawnattr_destroy(attributes.address());
      Reference.reachabilityFence(this);
    }
  }

  private void describeProcess() {
    long attr = attributes.address();
    int _ = C.sigfillset(signals.address());
    must("posix_spawnattr_setpgroup", C.posix_spawnattr_setpgroup(attr, 0));
    must("posix_spawnattr_setsigdefault", C.posix_spawnattr_setsigdefault(attr, signals.address()));
    must("posix_spawnattr_setsigmask", C.posix_spawnattr_setsigmask(attr, noSignals.address()));
    must(
        "posix_spawnattr_setflags",
        C.posix_spawnattr_setflags(attr, SETPGROUP | SETSIGDEF | SETSIGMASK));
  }

  private void describeDescriptors(boolean closeRange) {
    for (int fd = 0; fd <= 2; fd++) {
      must(
          "posix_spawn_file_actions_addopen",
          C.posix_spawn_file_actions_addopen(actions.address(), fd, nowhere.address(), O_RDWR, 0));
    }
    if (!closeRange || !closeFromThree()) {
      closeEach();
    }
  }

  /** Not in C libraries older than glibc 2.34, nor in musl. */
  private boolean closeFromThree() {
    try {
      must(
          "posix_spawn_file_actions_addclosefrom_np",
          C.posix_spawn_file_actions_addclosefrom_np(actions.address(), 3));
      return true;
    } catch (UnsatisfiedLinkError absent) {
      return false;
    }
  }

  /** What the JVM opens it does not always mark close-on-exec. */
  private void closeEach() {
    String[] open = new File("/proc/self/fd").list();
    for (String name : open == null ? new String[0] : open) {
      int fd = Integer.parseInt(name);
      if (fd > 2) {
        must(
            "posix_spawn_file_actions_addclose",
            C.posix_spawn_file_actions_addclose(actions.address(), fd));
      }
    }
  }

  private int spawn(NativeMemory path, NativeMemory argv, NativeMemory envp) {
    NativeMemory pid = NativeMemory.allocate(Integer.BYTES);
    try {
      must(
          "posix_spawn",
          C.posix_spawn(
              pid.address(),
              path.address(),
              actions.address(),
              attributes.address(),
              argv.address(),
              envp.address()));
      return pid.octets().getInt(0);
    } finally {
      Reference.reachabilityFence(path);
      Reference.reachabilityFence(argv);
      Reference.reachabilityFence(envp);
      Reference.reachabilityFence(pid);
    }
  }

  /** These functions return the error number itself. */
  private static void must(String call, int error) {
    int _ = Libc.check(call, -error);
  }
}
