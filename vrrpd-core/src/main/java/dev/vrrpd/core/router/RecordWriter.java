package dev.vrrpd.core.router;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.IpAddress;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Values as text: {@code Name(component, ...)}, {@code [element, ...]}, {@code [(key, value),
 * ...]}, {@code none} or {@code some(value)}, quoted strings, bare numbers and constants.
 */
final class RecordWriter {
  private RecordWriter() {}

  static String write(Object value) {
    return switch (value) {
      case Record record -> record(record);
      case Collection<?> all ->
          all.stream().map(RecordWriter::write).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> all ->
          all.entrySet().stream()
              .map(entry -> "(" + write(entry.getKey()) + ", " + write(entry.getValue()) + ")")
              .collect(Collectors.joining(", ", "[", "]"));
      case Optional<?> optional -> optional.map(RecordWriter::some).orElse("none");
      case OptionalInt number -> number.isPresent() ? some(number.getAsInt()) : "none";
      case OptionalLong number -> number.isPresent() ? some(number.getAsLong()) : "none";
      case Duration duration -> Long.toString(duration.toNanos());
      case byte[] octets -> quoted(HexFormat.of().formatHex(octets));
      case IpAddress address -> quoted(address.toString());
      case String text -> quoted(text);
      case KernelView view -> view(view);
      case Enum<?> constant -> constant.name();
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      default -> throw new IllegalArgumentException("no text for " + value.getClass());
    };
  }

  private static String some(Object value) {
    return "some(" + write(value) + ")";
  }

  private static String record(Record record) {
    List<String> components = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        components.add(write(component.getAccessor().invoke(record)));
      } catch (ReflectiveOperationException impossible) {
        throw new LinkageError(impossible.getMessage(), impossible);
      }
    }
    return record.getClass().getSimpleName() + "(" + String.join(", ", components) + ")";
  }

  private static String view(KernelView view) {
    List<InterfaceAddress> addresses = new ArrayList<>();
    for (Link link : view.links()) {
      addresses.addAll(view.addresses(link.index()));
    }
    return "KernelView(" + write(view.links()) + ", " + write(addresses) + ")";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
