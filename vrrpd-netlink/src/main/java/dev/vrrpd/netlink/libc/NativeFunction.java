package dev.vrrpd.netlink.libc;

import com.kenai.jffi.CallContext;
import com.kenai.jffi.CallingConvention;
import com.kenai.jffi.Invoker;
import com.kenai.jffi.LastError;
import com.kenai.jffi.Library;
import com.kenai.jffi.MemoryIO;
import com.kenai.jffi.Type;
import java.nio.charset.StandardCharsets;

/**
 * A function of the C library, called through jffi, the half of jnr-ffi that makes the call. Takes
 * integers and addresses, up to six, as native words; saves errno.
 */
final class NativeFunction {
  static final Type INT = Type.SINT;
  static final Type LONG = Type.SLONG;

  private static final Invoker INVOKER = Invoker.getInstance();
  private static final Library LIBRARY = Library.getDefault();

  private final String name;
  private final long address;
  private final CallContext context;

  NativeFunction(String name, Type result, Type... parameters) {
    this.name = name;
    address = LIBRARY.getSymbolAddress(name);
    context = CallContext.getCallContext(result, parameters, CallingConvention.DEFAULT, true);
  }

  /** What errno(3) was after this thread's last call. */
  static int lastError() {
    return LastError.getInstance().get();
  }

  /** The text at {@code address}, up to its end. */
  static String string(long address) {
    return new String(
        MemoryIO.getInstance().getZeroTerminatedByteArray(address), StandardCharsets.UTF_8);
  }

  /** A C library that is too old lacks some; found out by who needs it, not by who starts. */
  private long address() {
    if (address == 0) {
      throw new UnsatisfiedLinkError(name);
    }
    return address;
  }

  long call() {
    return INVOKER.invokeN0(context, address());
  }

  long call(long a) {
    return INVOKER.invokeN1(context, address(), a);
  }

  long call(long a, long b) {
    return INVOKER.invokeN2(context, address(), a, b);
  }

  long call(long a, long b, long c) {
    return INVOKER.invokeN3(context, address(), a, b, c);
  }

  long call(long a, long b, long c, long d) {
    return INVOKER.invokeN4(context, address(), a, b, c, d);
  }

  long call(long a, long b, long c, long d, long e) {
    return INVOKER.invokeN5(context, address(), a, b, c, d, e);
  }

  long call(long a, long b, long c, long d, long e, long f) {
    return INVOKER.invokeN6(context, address(), a, b, c, d, e, f);
  }
}
