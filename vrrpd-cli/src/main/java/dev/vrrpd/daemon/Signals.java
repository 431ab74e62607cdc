package dev.vrrpd.daemon;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * signal(7)s that reach the process. By reflection because javac warns of {@code sun.misc.Signal}
 * with a warning that cannot be answered, although module jdk.unsupported exports it for good.
 */
final class Signals {
  /** Of those that are held: what is to be done, once it is known. */
  private static final Map<String, CompletableFuture<Runnable>> HELD = new ConcurrentHashMap<>();

  private Signals() {}

  /**
   * From now on {@code name}, without SIG, no more ends the process: whoever asks for it by {@link
   * #on} is told of each that has come before.
   */
  static void hold(String name) {
    CompletableFuture<Runnable> action = HELD.computeIfAbsent(name, _ -> new CompletableFuture<>());
    handle(
        name,
        () -> {
          var _ = action.thenAccept(Runnable::run);
        });
  }

  /** {@code name} without SIG; the action runs on a thread of the JVM's own. */
  static void on(String name, Runnable action) {
    CompletableFuture<Runnable> held = HELD.get(name);
    if (held == null) {
      handle(name, action);
    } else {
      held.complete(action);
    }
  }

  private static void handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      signal
          .getMethod("handle", signal, handler)
          .invoke(
              null,
              signal.getConstructor(String.class).newInstance(name),
              receiver(handler, action));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("jdk.unsupported has no signals any more", e);
    }
  }

  private static Object receiver(Class<?> handler, Runnable action) {
    return Proxy.newProxyInstance(
        handler.getClassLoader(), new Class<?>[] {handler}, calling(action));
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
