package dev.vrrpd.realworld;

import dev.vrrpd.lab.Node;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a daemon has left in the kernel, in the words of iproute2 and nft, one text each. */
record KernelTraces(String addresses, String rules, String routes, String filter) {
  private static final Pattern OF_THE_KERNEL =
      Pattern.compile("^(0|32766|32767):|127\\.0\\.0\\.1/|inet6 ::1/");

  /** The numbers of interfaces, and what is a machine's own. */
  private static final Pattern OWN = Pattern.compile("^\\d+: (?=\\S)|@\\S+(?=:)");

  private static final Pattern OWN_LINK_LOCAL = Pattern.compile("fe80::\\S*ff:fe\\S*/64");

  static KernelTraces of(Node node) {
    String routes = "route show table all proto 18";
    return new KernelTraces(
        lines(ip(node, "-d addr"), line -> line.contains(" inet") || line.contains("macvlan")),
        lines(ip(node, "-d rule") + ip(node, "-6 -d rule"), _ -> true),
        lines(ip(node, "-4 -d " + routes) + ip(node, "-6 -d " + routes), _ -> true),
        node.exec("nft", "list", "ruleset").strip());
  }

  /** Once they do not change any more: a daemon says what it does before it is done. */
  static KernelTraces settled(Node node) {
    KernelTraces now = of(node);
    KernelTraces before;
    do {
      before = now;
      now = of(node);
    } while (!now.equals(before));
    return now;
  }

  private static String ip(Node node, String words) {
    return node.exec(("ip " + words).split(" ", -1));
  }

  private static String lines(String output, Predicate<String> worth) {
    return output
        .lines()
        .filter(worth)
        .filter(line -> !OF_THE_KERNEL.matcher(line).find())
        .filter(line -> !(OWN_LINK_LOCAL.matcher(line).find() && line.contains("kernel_ll")))
        .map(line -> OWN.matcher(line).replaceAll(""))
        .map(line -> OWN_LINK_LOCAL.matcher(line).replaceAll("fe80::.../64"))
        .map(line -> line.replaceFirst("(macvlan mode \\w+).*", "$1"))
        .map(line -> line.stripTrailing().replaceFirst("^ {4}", "").replace('\t', ' '))
        .collect(Collectors.joining("\n"));
  }

  /** As a console shows them. */
  String text() {
    return block("ip -d addr", addresses)
        + block("ip -d rule", rules)
        + block("ip -d route", routes)
        + block("nft list ruleset", filter);
  }

  private static String block(String command, String output) {
    return output.isEmpty() ? "" : "$ " + command + "\n" + output + "\n";
  }
}
