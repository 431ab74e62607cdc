package dev.vrrpd.dist;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Everything in which javac leaves something to the first run; says what comes of it. */
public final class Crooked implements Supplier<List<String>> {
  public sealed interface Shape permits Circle, Square, Empty {
    double size();
  }

  public record Circle(double size) implements Shape {}

  public record Square(double size) implements Shape {}

  public record Empty() implements Shape {
    @Override
    public double size() {
      return 0;
    }
  }

  public record Point(int x, String name) {}

  public record Kinds(
      boolean a, byte b, char c, short d, int e, long f, float g, double h, Object i, String j) {}

  public enum Colour {
    RED,
    BLUE
  }

  @Override
  public List<String> get() {
    List<String> said = new ArrayList<>();
    for (Shape shape : new Shape[] {new Circle(2), new Square(1), new Square(9), new Empty()}) {
      said.add(area(shape));
    }
    for (Object any : new Object[] {1, "text", new Point(3, null), Colour.RED, 'x'}) {
      said.add(kind(any));
    }
    said.add(kind(null));
    records(said);
    return said;
  }

  private static String area(Shape shape) {
    return switch (shape) {
      case Circle(double radius) -> "circle of " + radius;
      case Square square when square.size() < 5 -> "small square";
      case Square _ -> "large square";
      case Empty _ -> "nothing";
    };
  }

  private static String kind(Object any) {
    return switch (any) {
      case null -> "null";
      case Integer number when number > 1 -> "more";
      case Integer _ -> "one";
      case String text -> text;
      case Point(int x, String name) when name != null -> name + x;
      case Point(int x, _) -> "point " + x;
      case Colour colour -> colour(colour);
      default -> any.toString();
    };
  }

  private static String colour(Colour colour) {
    return switch (colour) {
      case RED -> "word: red";
      case BLUE -> "word: blue";
    };
  }

  private static void records(List<String> said) {
    Point point = new Point(1, "a");
    String shared = "j";
    Object minus = new Kinds(false, (byte) 1, 'c', (short) 2, 3, 4, -0f, Double.NaN, point, shared);
    Object plus = new Kinds(false, (byte) 1, 'c', (short) 2, 3, 4, 0f, Double.NaN, point, shared);
    Object again =
        new Kinds(false, (byte) 1, 'c', (short) 2, 3, 4, 0f, Double.NaN, new Point(1, "a"), shared);
    said.add(point.toString());
    said.add(new Empty().toString());
    said.add(plus.toString());
    said.add(Integer.toString(point.hashCode() + new Empty().hashCode()));
    said.add(
        Integer.toString(
            new Kinds(true, (byte) 1, 'c', (short) 2, 3, 1L << 40, 1, 2, point, null).hashCode()));
    said.add(minus.equals(plus) + " " + plus.equals(again) + " " + plus.equals(point));
    Object nobody = null;
    said.add(new Point(2, null).equals(new Point(2, null)) + " " + point.equals(nobody));
  }
}
