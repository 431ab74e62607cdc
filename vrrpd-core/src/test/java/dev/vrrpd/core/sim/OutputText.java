package dev.vrrpd.core.sim;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.router.Note;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.core.wire.Advertisement;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Outputs in a few words each, for transcripts. */
final class OutputText {
  private OutputText() {}

  static String of(Output output) {
    return switch (output) {
      case Output.Transmit(String instance, Advertisement said, long _) ->
          "%s sends %s%s"
              .formatted(instance, said.priority(), said.version().number() == 2 ? " v2" : "");
      case Output.AskKernel(KernelRequest request) -> request(request);
      case Output.RunScript(var script) -> "runs " + script.name();
      case Output.Recover(var check) -> "recovers " + check.name();
      case Output.KillScript(String script, boolean forcibly) ->
          "kills " + script + (forcibly ? " forcibly" : "");
      case Output.Notify(var subject, String name, var notice, var priority) ->
          "notifies %s %s %s %s".formatted(subject, name, notice, priority);
      case Output.Tell(Note note) -> note(note);
    };
  }

  private static String request(KernelRequest request) {
    return switch (request) {
      case KernelRequest.AddAddresses(String who, var _, var addresses) ->
          "%s adds %s".formatted(who, addresses(addresses));
      case KernelRequest.RemoveAddresses(String who, var _, var addresses) ->
          "%s removes %s".formatted(who, addresses(addresses));
      case KernelRequest.AddRouting(String who, var entries) -> who + " adds " + entries;
      case KernelRequest.RemoveRouting(String who, var entries) -> who + " removes " + entries;
      case KernelRequest.UseFilter(String _, var style) -> "uses filter " + style.table();
      case KernelRequest.Conceal(String who, var _, var addresses) ->
          who + " conceals " + addresses(addresses);
      case KernelRequest.Reveal(String who, var _, var addresses) ->
          who + " reveals " + addresses(addresses);
      case KernelRequest.PromoteSecondaries(String _, var link, boolean on) ->
          (on ? "promotes" : "promotes no more") + " on " + link;
      case KernelRequest.MakeLink(String who, VirtualLink link) ->
          who + " makes " + link.name() + " on " + link.base();
      case KernelRequest.RemoveLink(String who, VirtualLink link) ->
          who + " removes " + link.name();
      case KernelRequest.Inquire(String who, var link, var address, var _) ->
          "%s asks for %s on %s".formatted(who, address, link);
      case KernelRequest.Announce(String who, var _, var addresses, int rounds) ->
          "%s announces %s x%d".formatted(who, addresses(addresses), rounds);
    };
  }

  private static String addresses(List<VirtualAddress> addresses) {
    return addresses.stream().map(VirtualAddress::toString).collect(Collectors.joining(", "));
  }

  static String note(Note note) {
    if (note instanceof Note.RoleEntered entered) {
      return "%s %s -> %s%s%s"
          .formatted(
              entered.instance(),
              role(entered.from()),
              role(entered.to()),
              entered.first() ? " (first)" : "",
              entered.faults().isEmpty() ? "" : " " + value(entered.faults()));
    }
    return record(note);
  }

  private static String role(Note.Role role) {
    String name = role.toString();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String record(Object record) {
    List<String> words = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        words.add(value(component.getAccessor().invoke(record)));
      } catch (ReflectiveOperationException impossible) {
        throw new LinkageError(impossible.getMessage(), impossible);
      }
    }
    words.removeIf(String::isEmpty);
    return record.getClass().getSimpleName() + "(" + String.join(" ", words) + ")";
  }

  private static String value(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.map(OutputText::value).orElse("");
      case Collection<?> all ->
          all.stream().map(OutputText::value).sorted().collect(Collectors.joining(" ", "[", "]"));
      case Duration duration -> duration.toNanos() / 1_000_000 + "ms";
      case VirtualAddress address -> address.toString();
      case InterfaceAddress address -> address.address() + "/" + address.prefixLength();
      case Record record when record.getClass().isMemberClass() -> record(record);
      case String text when text.contains(" ") -> "\"" + text + "\"";
      default -> value.toString();
    };
  }
}
