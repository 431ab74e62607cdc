package dev.vrrpd.core.sim;

import dev.vrrpd.core.config.AnnouncementConfig;
import dev.vrrpd.core.config.InquiryConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.NotifyConfig;
import dev.vrrpd.core.config.Placement;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.config.Upkeep;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.Vrid;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.ChecksumRule;
import dev.vrrpd.core.wire.SigningKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code key=value} words, and the instance they describe; the keys are keepalived's where it has
 * one.
 */
final class Options {
  private final Map<String, String> values = new LinkedHashMap<>();

  Options set(String... words) {
    for (String word : words) {
      if (word.isEmpty()) {
        continue;
      }
      int equals = word.indexOf('=');
      if (equals < 0) {
        values.put(word, "true");
      } else {
        values.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return this;
  }

  Options copy() {
    Options copy = new Options();
    copy.values.putAll(values);
    return copy;
  }

  String text(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }

  boolean flag(String key) {
    return Boolean.parseBoolean(text(key, "false"));
  }

  int number(String key, int otherwise) {
    return Integer.parseInt(text(key, Integer.toString(otherwise)));
  }

  Duration seconds(String key, String otherwise) {
    return Duration.ofNanos(
        new BigDecimal(text(key, otherwise)).movePointRight(9).longValueExact());
  }

  Centiseconds interval(String key, String otherwise) {
    return new Centiseconds((int) (seconds(key, otherwise).toNanos() / 10_000_000));
  }

  List<String> list(String key, String otherwise) {
    List<String> words = new ArrayList<>();
    for (String word : text(key, otherwise).split(",", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  InstanceConfig instance(String name) {
    List<VirtualAddress> addresses =
        list("vips", "10.9.0.100").stream().map(Options::address).toList();
    Family family = addresses.getFirst().address().family();
    return new InstanceConfig(
        name,
        new InterfaceName(text("interface", "eth0")),
        parameters(family, addresses),
        addresses,
        list("excluded", "").stream().map(Options::address).toList(),
        transport(family),
        new AnnouncementConfig(
            seconds("garp_master_delay", "0"),
            number("garp_master_repeat", 1),
            seconds("garp_master_refresh", "0"),
            number("garp_master_refresh_repeat", 1),
            seconds("garp_lower_prio_delay", "0"),
            number("garp_lower_prio_repeat", 1),
            elsewhere(),
            new InquiryConfig(
                seconds("rival_probe", "0"),
                InquiryConfig.Takeover.of(text("takeover_probe", "off")))),
        objects(),
        !flag("dont_track_primary"),
        NotifyConfig.NONE,
        Placement.PLAIN,
        Upkeep.STANDARD);
  }

  /** {@code garp_extra_if=10} or {@code garp_extra_if=all:10}. */
  private Optional<AnnouncementConfig.Elsewhere> elsewhere() {
    String wish = text("garp_extra_if", "");
    boolean all = wish.startsWith("all:");
    return wish.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AnnouncementConfig.Elsewhere(
                all, Duration.ofSeconds(Long.parseLong(wish.substring(all ? 4 : 0)))));
  }

  private VirtualRouterParameters parameters(Family family, List<VirtualAddress> addresses) {
    Priority priority = new Priority(number("priority", 100));
    Centiseconds interval = interval("advert_int", "1");
    return new VirtualRouterParameters(
        new Vrid(number("virtual_router_id", 51)),
        number("version", 3) == 2 ? Version.V2 : Version.V3,
        family,
        priority,
        priority.equals(Priority.OWNER) && !text("state", "MASTER").equals("BACKUP"),
        interval,
        addresses.stream().map(VirtualAddress::address).toList(),
        !flag("nopreempt"),
        seconds("preempt_delay", "0"),
        !flag("no_accept"),
        number("down_timer_adverts", 3),
        !flag("lower_prio_no_advert"),
        flag("higher_prio_send_advert"),
        !flag("skip_check_adv_addr"),
        !flag("owner_ignore_adverts"),
        Optional.of(number("timer_expired_backup", 0)).filter(n -> n > 0).map(Priority::new),
        authentication(),
        ChecksumRule.valueOf(text("checksum", "WITH_PSEUDO_HEADER")));
  }

  private Authentication authentication() {
    if (!text("auth_hmac", "").isEmpty()) {
      List<SigningKey> keys =
          list("auth_hmac", "").stream()
              .map(digit -> new SigningKey(Integer.parseInt(digit), ("0" + digit).repeat(32)))
              .toList();
      return new Authentication.Signed(
          keys,
          number("active_key", keys.getFirst().id()),
          Authentication.AntiReplay.valueOf(text("anti_replay", "TIME")),
          Authentication.Mode.valueOf(text("mode", "ENFORCE")),
          seconds("time_window", "5"));
    }
    String password = text("auth_pass", "");
    if (password.isEmpty()) {
      return Authentication.NONE;
    }
    return text("auth_type", "PASS").equals("AH")
        ? new Authentication.Ah(password)
        : new Authentication.SimplePassword(password);
  }

  private Transport transport(Family family) {
    Optional<IpAddress> source = Optional.of(text("source", "")).flatMap(IpAddress::parse);
    List<String> peers = list("unicast_peer", "");
    List<String> names = list("named_peer", "");
    if (peers.isEmpty() && names.isEmpty()) {
      return new Transport.Multicast(
          IpAddress.of(family == Family.IPV4 ? "224.0.0.18" : "ff02::12"), source);
    }
    return new Transport.Unicast(
        peers.stream()
            .map(peer -> new Transport.Peer(IpAddress.of(peer), number("min_ttl", 0), 255))
            .toList(),
        names.stream()
            .map(name -> new Transport.NamedPeer(name, Duration.ofSeconds(10), 0, 255))
            .toList(),
        source,
        OptionalInt.empty(),
        flag("check_unicast_src"));
  }

  /** The {@code track_...} lists. */
  TrackedObjects objects() {
    return new TrackedObjects(
        tracked("track_script"),
        tracked("track_interface"),
        tracked("track_file"),
        tracked("track_process"),
        tracked("track_bfd"),
        flag("track_src_ip"));
  }

  /** {@code NAME[:WEIGHT[:reverse]],...}. */
  private List<Tracked> tracked(String key) {
    return list(key, "").stream()
        .map(word -> word.split(":", -1))
        .map(words ->
            new Tracked(
                words[0], words.length > 1 ? Integer.parseInt(words[1]) : 0, words.length > 2))
        .toList();
  }

  /** {@code ADDR[/LEN][@DEV]}. */
  static VirtualAddress address(String text) {
    String[] device = text.split("@", -1);
    String[] words = device[0].split("/", -1);
    IpAddress address = IpAddress.of(words[0]);
    int length = words.length > 1 ? Integer.parseInt(words[1]) : address.family().addressBits();
    VirtualAddress plain = VirtualAddress.of(words[0], length);
    return device.length == 1
        ? plain
        : new VirtualAddress(
            address,
            length,
            Optional.of(new InterfaceName(device[1])),
            plain.scope(),
            plain.broadcast(),
            plain.label(),
            plain.peer(),
            plain.options(),
            plain.preferredLifetime(),
            true);
  }
}
