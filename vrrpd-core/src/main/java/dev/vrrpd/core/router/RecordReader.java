package dev.vrrpd.core.router;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.IpAddress;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** What {@link RecordWriter} wrote, back as values; the type asked for says what to expect. */
final class RecordReader {
  private final String text;
  private int at;

  RecordReader(String text) {
    this.text = text;
  }

  Object read(Type type) {
    return switch (type) {
      case ParameterizedType parameterized ->
          generic((Class<?>) parameterized.getRawType(), parameterized.getActualTypeArguments());
      case Class<?> plain -> plain(plain);
      default -> throw wrong("a known type, not " + type);
    };
  }

  private Object generic(Class<?> raw, Type... arguments) {
    Type element = arguments[0];
    if (raw == Optional.class) {
      return none() ? Optional.empty() : Optional.of(some(element));
    }
    if (raw == List.class) {
      return list(element);
    }
    if (raw == Set.class) {
      return new LinkedHashSet<>(list(element));
    }
    if (raw == Map.class) {
      return map(element, arguments[1]);
    }
    throw wrong("an Optional, a List, a Set or a Map, not " + raw);
  }

  private Object map(Type key, Type value) {
    Map<Object, Object> all = new LinkedHashMap<>();
    expect("[");
    while (!skips("]")) {
      if (!all.isEmpty()) {
        expect(", ");
      }
      expect("(");
      Object name = read(key);
      expect(", ");
      all.put(name, read(value));
      expect(")");
    }
    return all;
  }

  private Object plain(Class<?> type) {
    if (type.isRecord() || type.isSealed()) {
      return record(type);
    }
    if (type.isEnum()) {
      return constant(type, word());
    }
    return switch (type.getName()) {
      case "int", "java.lang.Integer" -> Integer.parseInt(word());
      case "long" -> Long.parseLong(word());
      case "boolean", "java.lang.Boolean" -> Boolean.parseBoolean(word());
      case "java.lang.String" -> quoted();
      case "java.time.Duration" -> Duration.ofNanos(Long.parseLong(word()));
      case "java.util.OptionalInt" ->
          none() ? OptionalInt.empty() : OptionalInt.of((int) some(int.class));
      case "java.util.OptionalLong" ->
          none() ? OptionalLong.empty() : OptionalLong.of((long) some(long.class));
      case "[B" -> HexFormat.of().parseHex(quoted());
      default -> own(type);
    };
  }

  private Object own(Class<?> type) {
    if (type == IpAddress.class) {
      return IpAddress.of(quoted());
    }
    if (type == KernelView.class) {
      return view();
    }
    throw wrong("a known type, not " + type);
  }

  private Object view() {
    expect("KernelView(");
    List<Link> links = elements(Link.class);
    expect(", ");
    List<InterfaceAddress> addresses = elements(InterfaceAddress.class);
    expect(")");
    return new KernelView(links, addresses);
  }

  private <T> List<T> elements(Class<T> type) {
    return list(type).stream().map(type::cast).toList();
  }

  private List<Object> list(Type element) {
    List<Object> all = new ArrayList<>();
    expect("[");
    while (!skips("]")) {
      if (!all.isEmpty()) {
        expect(", ");
      }
      all.add(read(element));
    }
    return all;
  }

  private boolean none() {
    return skips("none");
  }

  private Object some(Type type) {
    expect("some(");
    Object value = read(type);
    expect(")");
    return value;
  }

  private Object record(Class<?> type) {
    Class<?> named = named(type, word());
    RecordComponent[] components = named.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    expect("(");
    for (int i = 0; i < components.length; i++) {
      if (i > 0) {
        expect(", ");
      }
      types[i] = components[i].getType();
      values[i] = read(components[i].getGenericType());
    }
    expect(")");
    return construct(named, types, values);
  }

  private Object construct(Class<?> type, Class<?>[] types, Object[] values) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException refused) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + " before " + at, refused);
    }
  }

  /** The record of this simple name among what {@code type} permits. */
  private Class<?> named(Class<?> type, String name) {
    if (type.isRecord() && type.getSimpleName().equals(name)) {
      return type;
    }
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        if (permitted.getSimpleName().equals(name)) {
          return permitted;
        }
      }
    }
    throw wrong("a " + type.getSimpleName() + ", not " + name);
  }

  private Object constant(Class<?> type, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw wrong("a " + type.getSimpleName() + ", not " + name);
  }

  private String word() {
    int start = at;
    while (at < text.length() && ",()[]".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    expect("\"");
    StringBuilder unquoted = new StringBuilder();
    while (!skips("\"")) {
      if (at >= text.length()) {
        throw wrong("the end of a string");
      }
      char next = text.charAt(at++);
      if (next == '\\' && at < text.length()) {
        char escaped = text.charAt(at++);
        next = escaped == 'n' ? '\n' : escaped;
      }
      unquoted.append(next);
    }
    return unquoted.toString();
  }

  private boolean skips(String token) {
    boolean found = text.startsWith(token, at);
    at += found ? token.length() : 0;
    return found;
  }

  private void expect(String token) {
    if (!skips(token)) {
      throw wrong(token);
    }
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException("expected " + expected + " at " + at + " of " + text);
  }
}
