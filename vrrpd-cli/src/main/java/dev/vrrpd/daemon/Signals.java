package dev.vrrpd.daemon;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * signal(7)s that reach the process. By reflection because javac warns of {@code sun.misc.Signal}
 * with a warning that cannot be answered, although module jdk.unsupported exports it for good.
 */
final class Signals {
  private Signals() {}

  /** {@code name} without SIG; the action runs on a thread of the JVM's own. */
  static void on(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object receiver =
          Proxy.newProxyInstance(
              handler.getClassLoader(), new Class<?>[] {handler}, calling(action));
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), receiver);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("jdk.unsupported has no signals any more", e);
    }
  }

  private static InvocationHandler calling(Runnable action) {
    return (Object proxy, Method method, Object[] arguments) ->
        switch (method.getName()) {
          case "handle" -> {
            action.run();
            yield null;
          }
          case "equals" -> false;
          case "hashCode" -> System.identityHashCode(proxy);
          default -> "signal handler";
        };
  }
}
