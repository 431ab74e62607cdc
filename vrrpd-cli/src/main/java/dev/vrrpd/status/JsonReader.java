package dev.vrrpd.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON, RFC 8259: objects become maps, arrays lists, numbers doubles. Throws {@link
 * IllegalArgumentException} for what is none.
 */
final class JsonReader {
  private static final int DEEPEST = 16;

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  static Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value(0);
    reader.blanks();
    reader.check(reader.at == text.length());
    return value;
  }

  private Object value(int depth) {
    check(depth < DEEPEST);
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      default -> number();
    };
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    boolean more = !ends('}');
    while (more) {
      check(peek() == '"');
      String name = string();
      check(peek() == ':');
      at++;
      members.put(name, value(depth + 1));
      more = !ends('}');
    }
    return members;
  }

  private List<Object> array(int depth) {
    List<Object> values = new ArrayList<>();
    at++;
    boolean more = !ends(']');
    while (more) {
      values.add(value(depth + 1));
      more = !ends(']');
    }
    return values;
  }

  /** Past the end, or past the comma before what comes next. */
  private boolean ends(char bracket) {
    char next = peek();
    if (next == bracket) {
      at++;
      return true;
    }
    if (next == ',') {
      at++;
    }
    return false;
  }

  private String string() {
    StringBuilder read = new StringBuilder();
    at++;
    while (next() != '"') {
      char c = text.charAt(at++);
      read.append(c == '\\' ? escaped() : c);
    }
    at++;
    return read.toString();
  }

  private char escaped() {
    char c = next();
    at++;
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        check(at + 4 <= text.length());
        at += 4;
        yield (char) Integer.parseInt(text, at - 4, at, 16);
      }
      default -> c;
    };
  }

  private Boolean word(String word, boolean value) {
    check(text.startsWith(word, at));
    at += word.length();
    return value;
  }

  private Double number() {
    int from = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    check(at > from);
    return Double.valueOf(text.substring(from, at));
  }

  private char peek() {
    blanks();
    return next();
  }

  private char next() {
    check(at < text.length());
    return text.charAt(at);
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void check(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("not JSON at " + at);
    }
  }
}
