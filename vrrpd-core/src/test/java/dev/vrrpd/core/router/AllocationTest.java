package dev.vrrpd.core.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.Vrid;
import dev.vrrpd.core.wire.Advertisement;
import dev.vrrpd.core.wire.Advertisements;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.ChecksumRule;
import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.core.wire.Envelope;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What an advertisement leaves for the garbage collector, which stops everything when there is
 * enough of it. Counted by the JVM, not measured: the limits are half as much again as is needed.
 */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String CONFIG =
      """
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        version 3
        priority 100
        advert_int 0.01
        virtual_ipaddress {
          192.0.2.100/24
        }
      }
      """;
  private static final int ADVERTISEMENTS = 1000;
  private static final int SENT_AT_MOST = 650;
  private static final int HEARD_AT_MOST = 980;

  private final Workbench bench = new Workbench();
  private Moment now = Moment.ZERO;

  @Test
  void oneSentLeavesLittleBehind() {
    bench.start(CONFIG);
    bench.pass(Duration.ofSeconds(10));
    assertThat(bench.router.snapshot().instances().getFirst().role()).isEqualTo(Note.Role.ACTIVE);

    assertThat(sendAll()).isEqualTo(ADVERTISEMENTS);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    int sent = sendAll();
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;

    assertThat(sent).isEqualTo(ADVERTISEMENTS);
    assertThat(bytes / ADVERTISEMENTS).isPositive().isLessThan(SENT_AT_MOST);
  }

  private int sendAll() {
    int sent = 0;
    for (int i = 0; i < ADVERTISEMENTS; i++) {
      for (Output output : bench.router.handle(new Input.Tick(), bench.router.nextDeadline())) {
        sent += output instanceof Output.Transmit ? 1 : 0;
      }
    }
    return sent;
  }

  @Test
  void oneHeardLeavesLittleBehind() {
    bench.start(CONFIG);
    Input.Heard heard = new Input.Heard(Workbench.ETH0, false, datagram());

    assertThat(hearAll(heard)).isPositive();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    int outputs = hearAll(heard);
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;

    assertThat(outputs).isZero();
    assertThat(bench.router.nextDeadline()).isGreaterThan(now);
    assertThat(bench.router.snapshot().instances().getFirst().role()).isEqualTo(Note.Role.BACKUP);
    assertThat(bytes / ADVERTISEMENTS).isPositive().isLessThan(HEARD_AT_MOST);
  }

  /** What is done for as many in a row. */
  private int hearAll(Input.Heard heard) {
    int outputs = 0;
    for (int i = 0; i < ADVERTISEMENTS; i++) {
      now = now.plus(new Centiseconds(1));
      outputs += bench.router.handle(heard, now).size();
    }
    return outputs;
  }

  private static Datagram datagram() {
    Advertisement advertisement =
        new Advertisement(
            Version.V3,
            new Vrid(51),
            new Priority(200),
            new Centiseconds(1),
            List.of(IpAddress.of("192.0.2.100")));
    Envelope envelope =
        new Envelope(IpAddress.of("192.0.2.2"), IpAddress.of("224.0.0.18"), 255, 1, 0);
    byte[] octets =
        Advertisements.encode(
            advertisement, Authentication.NONE, ChecksumRule.WITH_PSEUDO_HEADER, envelope);
    return Datagram.of(Authentication.NONE, envelope, octets);
  }
}
