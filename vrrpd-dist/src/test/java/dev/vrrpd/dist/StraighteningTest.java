package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassHierarchyResolver;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StraighteningTest {
  private final Straightening straightening =
      new Straightening(ClassHierarchyResolver.ofResourceParsing(getClass().getClassLoader()));

  @Test
  void straightClassesSayWhatTheOriginalsSay() throws Exception {
    List<String> original = new Crooked().get();

    assertThat(straightened(Crooked.class).get()).isEqualTo(original);
    assertThat(original)
        .contains("Point[x=1, name=a]", "circle of 2.0", "small square", "nothing", "word: red");
  }

  @Test
  void nothingThatTheJvmWouldHaveToMakeUpIsLeft() throws IOException {
    for (Class<?> type : nested()) {
      byte[] octets = octets(type);
      assertThat(straightening.crooked(straightening.straighten(octets))).as("%s", type).isEmpty();
    }
    assertThat(straightening.crooked(octets(Crooked.class)))
        .contains(Crooked.class.getName().replace('.', '/') + ".area");
    assertThat(straightening.crooked(octets(Crooked.Point.class))).hasSize(3);
  }

  @Test
  void aClassWithNothingToDoStaysAsItWas() throws IOException {
    byte[] octets = octets(Crooked.Shape.class);

    assertThat(straightening.straighten(octets)).isSameAs(octets);
  }

  private static List<Class<?>> nested() {
    return List.of(
        Crooked.class,
        Crooked.Point.class,
        Crooked.Circle.class,
        Crooked.Square.class,
        Crooked.Kinds.class,
        Crooked.Empty.class);
  }

  /** The same sample, of a loader that straightens what belongs to it. */
  @SuppressWarnings("unchecked")
  private Supplier<List<String>> straightened(Class<?> sample) throws Exception {
    ClassLoader loader =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(sample.getName())) {
              return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defined(name);
          }

          private Class<?> defined(String name) throws ClassNotFoundException {
            byte[] straight = straightening.straighten(octets(Class.forName(name)));
            return defineClass(name, straight, 0, straight.length);
          }
        };
    return (Supplier<List<String>>)
        loader.loadClass(sample.getName()).getDeclaredConstructor().newInstance();
  }

  private static byte[] octets(Class<?> type) {
    try (InputStream file =
        type.getResourceAsStream(type.getName().replaceAll(".*\\.", "") + ".class")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
