package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.Http;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A cluster with a floating address: haproxy and the address together, on one node at a time. The
 * notify scripts start and stop haproxy, which binds to the address itself: it must be there before
 * the script runs.
 */
@InLab(programs = {"haproxy", "curl"})
class FloatingAddressIT {
  private static final String VIP = "192.168.4.20";

  private static final String LOAD_BALANCER =
      """
      defaults
        mode http
        timeout client 5s
      frontend stats
        bind 192.168.4.20:32700
        http-request return status 200 content-type text/plain lf-string "%H\\n"
      """;

  private static final String RESOURCE =
      """
      #!/bin/sh
      pid=/run/haproxy.pid
      case $1 in
        start) haproxy -D -p $pid -f /run/lab/haproxy.cfg && echo started >> /run/lab/resource.log ;;
        stop)
          [ -f $pid ] && kill $(cat $pid) && rm $pid
          echo stopped >> /run/lab/resource.log ;;
      esac
      """;

  private final List<Node> nodes = new ArrayList<>();
  private final List<Program> resources = new ArrayList<>();

  static Stream<Arguments> softwareAndNodes() {
    return Stream.of(Software.values())
        .flatMap(software -> Stream.of(2, 3).map(count -> Arguments.of(software, count)));
  }

  @ParameterizedTest(name = "{0} on {1} nodes")
  @MethodSource("softwareAndNodes")
  void haproxyAndTheAddressMoveTogether(Software software, int count, Lab lab) {
    IntStream.range(0, count).forEach(i -> addNode(lab, i));
    Node client = lab.node("client", "192.168.4.29/27");
    Capture capture = lab.capture();

    List<Program> daemons = new ArrayList<>();
    daemons.add(software.start(nodes.getFirst(), configuration(100)));
    awaitTogether(lab, client, 0);
    for (int i = 1; i < count; i++) {
      daemons.add(software.start(nodes.get(i), configuration(100 + 50 * i)));
      daemons.get(i).awaitLine("Entering BACKUP STATE");
    }
    assertThat(nodes.getFirst().exec("ip", "-4", "addr", "show", "dev", "eth0"))
        .contains("inet 192.168.4.20/27 brd 192.168.4.31 scope global");

    int mark = resources.getFirst().mark();
    daemons.getFirst().terminate();
    awaitTogether(lab, client, count - 1);
    resources.getFirst().awaitLine(mark, "stopped");

    software.start(nodes.getFirst(), configuration(254)).awaitLine("Entering BACKUP STATE");
    awaitTogether(lab, client, count - 1);
    // Once both of the others have heard it, the higher priority wins what comes next.
    capture.awaitAdvertFrom(address(count - 1));
    nodes.getLast().powerOff();
    awaitTogether(lab, client, 0);
  }

  private void addNode(Lab lab, int number) {
    Node node = lab.node("hapx-node0" + number, address(number) + "/27");
    node.script("resource.sh", RESOURCE);
    node.write("haproxy.cfg", LOAD_BALANCER);
    node.write("resource.log", "");
    nodes.add(node);
    resources.add(node.start("resource", "tail", "-F", "-n", "+1", "/run/lab/resource.log"));
  }

  private static String address(int node) {
    return "192.168.4." + (11 + node);
  }

  private void awaitTogether(Lab lab, Node client, int holder) {
    lab.awaitOnly(nodes.get(holder), VIP);
    assertThat(Http.get(client, "http://" + VIP + ":32700")).isEqualTo(nodes.get(holder).name());
  }

  private static String configuration(int priority) {
    return """
    global_defs {
      enable_script_security
      script_user root
    }
    vrrp_instance floating {
      state BACKUP
      nopreempt
      interface eth0
      virtual_router_id 20
      priority %d
      advert_int 1
      virtual_ipaddress {
        %s/27 brd 192.168.4.31
      }
      notify_master "/run/lab/resource.sh start"
      notify_backup "/run/lab/resource.sh stop"
      notify_fault "/run/lab/resource.sh stop"
      notify_stop "/run/lab/resource.sh stop"
    }
    """
        .formatted(priority, VIP);
  }
}
