package dev.tenrec.query.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * What this process may take from the operating system.
 *
 * <p>Engines do not count all that they allocate: not long texts, nor long arrays, that one
 * expression makes. Beyond the limit such an allocation fails, and with it the query that asked for
 * it; without one the operating system would end the process.
 */
public final class ProcessMemory {
  // RLIMIT_DATA: of a process, what is private and writable, as opposed to reserved or shared.
  private static final int DATA = 2;
  private static final MemoryLayout LIMITS =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_LONG.withName("soft"), ValueLayout.JAVA_LONG.withName("hard"));

  private ProcessMemory() {}

  /** Limits it to so many bytes, from now on, where the operating system is Linux. */
  public static void limit(long bytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException("bytes is " + bytes + ": it must be positive");
    }
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux")) {
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limits = arena.allocate(LIMITS);
      call("getrlimit", limits);
      long hard = limits.get(ValueLayout.JAVA_LONG, Long.BYTES);
      // No limit is the largest number, which has no sign.
      long soft = Long.compareUnsigned(bytes, hard) < 0 ? bytes : hard;
      limits.set(ValueLayout.JAVA_LONG, 0, soft);
      call("setrlimit", limits);
    }
  }

  private static void call(String name, MemorySegment limits) {
    Linker linker = Linker.nativeLinker();
    MethodHandle function =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow(name),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    int failed;
    try {
      failed = (int) function.invokeExact(DATA, limits);
    } catch (Throwable impossible) {
      throw new IllegalStateException("Could not call " + name, impossible);
    }
    if (failed != 0) {
      throw new IllegalStateException(name + " refused a limit of memory");
    }
  }
}
