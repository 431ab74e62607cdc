package dev.vrrpd.lab;

import dev.vrrpd.core.value.IpAddress;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What crossed a LAN since the capture began: tcpdump's stream, read as it comes and kept as a file
 * for tshark. Time stamps are the kernel's.
 */
public final class Capture implements AutoCloseable {
  private static final String FILTER = "proto 112 or proto 51 or ip6 proto 112 or arp or icmp6";

  private static final int FILE_HEADER = 24;

  /** With the length of a frame bounded, the kernel's buffer holds thousands instead of dozens. */
  private static final int LONGEST_FRAME = 2_048;

  private static final int BUFFER_KIB = 16_384;

  private final Path file;
  private final Process tcpdump;
  private final Thread reader;
  private final Journal<Frame> frames = new Journal<>();

  Capture(Namespace switchboard, String bridge, Path file) {
    this.file = file;
    var listening = new CountDownLatch(1);
    try {
      tcpdump =
          new ProcessBuilder(
                  switchboard.command(
                      "tcpdump",
                      "--immediate-mode",
                      "--snapshot-length=" + LONGEST_FRAME,
                      "--buffer-size=" + BUFFER_KIB,
                      "--time-stamp-precision=nano",
                      "-Z",
                      "root",
                      "-n",
                      "-U",
                      "-i",
                      bridge,
                      "-w",
                      "-",
                      FILTER))
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofPlatform().daemon().name("tcpdump-says").start(() -> readWords(listening));
    reader = Thread.ofPlatform().daemon().name("tcpdump-sees").start(this::readFrames);
    Waiting.on(listening, "tcpdump on " + bridge);
  }

  private void readWords(CountDownLatch listening) {
    try (BufferedReader words = tcpdump.errorReader()) {
      for (String line = words.readLine(); line != null; line = words.readLine()) {
        if (line.contains("listening on")) {
          listening.countDown();
        }
      }
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  private void readFrames() {
    try (OutputStream copy = Files.newOutputStream(file);
        var stream =
            new DataInputStream(new BufferedInputStream(new Tee(tcpdump.getInputStream(), copy)))) {
      stream.readFully(new byte[FILE_HEADER]);
      while (true) {
        long seconds = Integer.toUnsignedLong(Integer.reverseBytes(stream.readInt()));
        int nanos = Integer.reverseBytes(stream.readInt());
        byte[] octets = new byte[Integer.reverseBytes(stream.readInt())];
        stream.readInt();
        stream.readFully(octets);
        FrameReader.read(Instant.ofEpochSecond(seconds, nanos), octets).ifPresent(frames::add);
      }
    } catch (EOFException end) {
      // The capture was closed.
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      frames.close();
    }
  }

  /** How many frames there are: where to start waiting for what comes next. */
  public int mark() {
    return frames.size();
  }

  public Stream<Frame.Advert> adverts() {
    return advertsSince(0);
  }

  public Stream<Frame.Advert> adverts(int vrid) {
    return adverts().filter(advert -> advert.vrid() == vrid);
  }

  public Stream<Frame.Advert> advertsSince(int mark) {
    return frames.entries().stream()
        .skip(mark)
        .filter(Frame.Advert.class::isInstance)
        .map(Frame.Advert.class::cast);
  }

  /**
   * Waits for gratuitous ARPs or unsolicited neighbour advertisements, counted since the capture
   * began.
   */
  public void awaitAnnouncements(String address, String mac, int count) {
    IpAddress wanted = IpAddress.of(address);
    var seen = new AtomicInteger();
    var last =
        frames.await(
            0,
            frame -> announces(frame, wanted, mac) && seen.incrementAndGet() == count,
            Program.PATIENCE);
    if (last.isEmpty()) {
      throw new AssertionError(
          "%s was announced %d times by %s, not %d times; there were:%n%s"
              .formatted(address, seen.get(), mac, count, listing()));
    }
  }

  /** When an address was announced by a machine, in order. */
  public List<Instant> announcements(String address, String mac) {
    IpAddress wanted = IpAddress.of(address);
    return frames.entries().stream()
        .filter(frame -> announces(frame, wanted, mac))
        .map(Frame::at)
        .toList();
  }

  /** Who asked, by ARP probe, for an address, in order. */
  public List<Frame.ArpProbe> inquiries(String address) {
    IpAddress wanted = IpAddress.of(address);
    return frames.entries().stream()
        .filter(Frame.ArpProbe.class::isInstance)
        .map(Frame.ArpProbe.class::cast)
        .filter(probe -> probe.address().equals(wanted))
        .toList();
  }

  private static boolean announces(Frame frame, IpAddress address, String mac) {
    return switch (frame) {
      case Frame.GratuitousArp arp -> arp.address().equals(address) && arp.senderMac().equals(mac);
      case Frame.NeighbourAdvertisement na ->
          na.target().equals(address) && na.sourceMac().equals(mac);
      case Frame.ArpProbe _, Frame.Advert _ -> false;
    };
  }

  public Frame.Advert awaitAdvert(int mark, Predicate<Frame.Advert> wanted) {
    return frames
        .await(mark, f -> f instanceof Frame.Advert advert && wanted.test(advert), Program.PATIENCE)
        .map(Frame.Advert.class::cast)
        .orElseThrow(
            () -> new AssertionError("the advertisement never came; there were:\n" + listing()));
  }

  /** Waits for the first advertisement of a source from now on that is no farewell. */
  public Frame.Advert awaitAdvertFrom(String source) {
    IpAddress from = IpAddress.of(source);
    return awaitAdvert(mark(), advert -> advert.source().equals(from) && advert.priority() > 0);
  }

  /**
   * Who spoke as the Active router, in order. Each change of the speaker begins a new reign; a
   * farewell is none.
   */
  public List<Reign> reigns(int vrid) {
    List<Reign> reigns = new ArrayList<>();
    adverts(vrid)
        .filter(advert -> advert.priority() > 0)
        .forEach(advert -> {
          if (!reigns.isEmpty() && reigns.getLast().source().equals(advert.source())) {
            reigns.add(reigns.removeLast().with(advert));
          } else {
            reigns.add(Reign.begin(advert));
          }
        });
    return reigns;
  }

  /** What tshark calls a bad VRRP or IP checksum, or malformed. Ends the capture. */
  public List<String> faultyPackets() {
    close();
    return Tshark.faults(file);
  }

  String listing() {
    return String.join("\n", frames.entries().stream().map(Frame::toString).toList());
  }

  /** Ends the listening; all that came before is there to be asked for. */
  @Override
  public void close() {
    tcpdump.children().forEach(ProcessHandle::destroy);
    try {
      reader.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Copies what is read. */
  private static final class Tee extends FilterInputStream {
    private final OutputStream copy;

    Tee(InputStream source, OutputStream copy) {
      super(source);
      this.copy = copy;
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      if (octet >= 0) {
        copy.write(octet);
      }
      return octet;
    }

    @Override
    public int read(byte[] octets, int from, int length) throws IOException {
      int count = super.read(octets, from, length);
      if (count > 0) {
        copy.write(octets, from, count);
      }
      return count;
    }
  }
}
