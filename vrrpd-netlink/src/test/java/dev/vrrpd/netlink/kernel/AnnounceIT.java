package dev.vrrpd.netlink.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest.AddAddresses;
import dev.vrrpd.core.kernel.KernelRequest.Announce;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.netlink.lab.Capture;
import dev.vrrpd.netlink.lab.Pair;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnnounceIT {
  private Pair pair;
  private LinuxKernel kernel;
  private final BlockingQueue<KernelEvent> events = new LinkedBlockingQueue<>();

  @BeforeEach
  void open() {
    pair = new Pair();
    kernel = pair.here().on(() -> LinuxKernel.open(pair.here().loop(), events::add));
  }

  @AfterEach
  void close() {
    if (pair != null) {
      pair.here().loop().execute(kernel::close);
      pair.close();
    }
  }

  private void awaitCompletion(Announce announce) throws InterruptedException {
    KernelEvent event;
    do {
      event = events.poll(10, TimeUnit.SECONDS);
      assertThat(event).isNotNull().isNotInstanceOf(KernelEvent.Refused.class);
    } while (!event.equals(new KernelEvent.Completed(announce)));
  }

  @Test
  void addressesAreAnnouncedAfterTheyWereAddedWithTheLinksMac() throws InterruptedException {
    List<VirtualAddress> addresses =
        List.of(VirtualAddress.of("10.9.0.171", 32), VirtualAddress.of("fd09::173", 128));
    var announce = new Announce("VI_1", Pair.ETH0, addresses, 5);
    try (Capture capture = Capture.at(pair.there())) {
      pair.here()
          .loop()
          .execute(() -> {
            kernel.submit(new AddAddresses("VI_1", Pair.ETH0, addresses));
            kernel.submit(announce);
          });
      awaitCompletion(announce);
      for (int round = 0; round < 5; round++) {
        assertThat(capture.next(frame -> frame.startsWith("ffffffffffff")))
            .isEqualTo(
                "ffffffffffff02000000000a0806000108000604000102000000000a0a0900ab"
                    + "ffffffffffff0a0900ab");
      }
    }
  }

  @Test
  void aForwardingHostAnnouncesItselfAsARouter() throws InterruptedException {
    String _ = pair.here().namespace().exec("sysctl -qw net.ipv6.conf.all.forwarding=1");
    List<VirtualAddress> addresses = List.of(VirtualAddress.of("fd09::173", 128));
    var announce = new Announce("VI_1", Pair.ETH0, addresses, 1);
    try (Capture capture = Capture.at(pair.there())) {
      pair.here().loop().execute(() -> kernel.submit(announce));
      awaitCompletion(announce);
      assertThat(capture.next(frame -> frame.startsWith("333300000001") && frame.contains("3aff")))
          .contains("8800d79ba0000000fd09");
    }
  }
}
