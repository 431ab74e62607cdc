package dev.vrrpd.status;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object that somebody else wrote: what is not there reads as nothing. */
record Fields(Map<?, ?> members) {

  /** Throws {@link IllegalArgumentException} for text that is no JSON object. */
  static Fields read(String text) {
    if (JsonReader.read(text) instanceof Map<?, ?> members) {
      return new Fields(members);
    }
    throw new IllegalArgumentException("not a JSON object");
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  String text(String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  double number(String name) {
    return members.get(name) instanceof Double number ? number : 0;
  }

  long whole(String name) {
    return Math.round(number(name));
  }

  boolean is(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  Optional<Fields> object(String name) {
    return members.get(name) instanceof Map<?, ?> object
        ? Optional.of(new Fields(object))
        : Optional.empty();
  }

  List<Fields> objects(String name) {
    return values(name).stream()
        .filter(Map.class::isInstance)
        .map(object -> new Fields((Map<?, ?>) object))
        .toList();
  }

  List<String> texts(String name) {
    return values(name).stream().map(String::valueOf).toList();
  }

  private List<?> values(String name) {
    return members.get(name) instanceof List<?> values ? values : List.of();
  }
}
