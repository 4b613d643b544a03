package dev.tenrec.cloud.functions;

import dev.tenrec.cloud.runtime.Wire;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * A function in a process of its own. An invocation that takes too long costs the process its life,
 * as it does on Lambda; so does running out of memory.
 */
final class ProcessWorker implements Worker {
  private static final int BUFFER = 64 * 1024;

  private final FunctionDefinition function;
  private final Process process;
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final InstantSource clock;
  private final Duration startup;
  private final boolean learns;
  private volatile boolean answered;
  private volatile boolean broken;

  ProcessWorker(
      FunctionDefinition function,
      Process process,
      Socket socket,
      InstantSource clock,
      Duration startup,
      boolean learns)
      throws IOException {
    this.function = function;
    this.process = process;
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
    this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER));
    this.clock = clock;
    this.startup = startup;
    this.learns = learns;
  }

  @Override
  public InvocationResult invoke(String invocationId, byte[] payload) {
    long timeout = function.timeout().toMillis();
    try {
      socket.setSoTimeout(Math.toIntExact(timeout));
      out.writeByte(Wire.INVOKE);
      Wire.write(out, invocationId);
      Wire.write(out, function.arn());
      out.writeLong(clock.millis() + timeout);
      Wire.write(out, payload);
      out.flush();
      byte kind = in.readByte();
      byte[] bytes = Wire.bytes(in);
      if (kind == Wire.ANSWER) {
        answered = true;
        return new InvocationResult.Answer(bytes);
      }
      if (kind == Wire.FAILED_FOR_GOOD) {
        close();
      }
      return Failures.reported(bytes);
    } catch (SocketTimeoutException late) {
      close();
      return Failures.timeout(invocationId, function.timeout());
    } catch (IOException gone) {
      String how = exit();
      close();
      return Failures.exit(invocationId, how);
    }
  }

  @Override
  public boolean usable() {
    return !broken && process.isAlive();
  }

  @Override
  public Duration startup() {
    return startup;
  }

  @Override
  public boolean learns() {
    // Before it has answered anything it knows only half of what it should.
    return learns && answered;
  }

  @Override
  public void retire() {
    broken = true;
    try {
      out.writeByte(Wire.EXIT);
      out.flush();
      process.waitFor(120, TimeUnit.SECONDS);
    } catch (IOException alreadyGone) {
      // Then there is nothing to wait for.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  @Override
  public void close() {
    broken = true;
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      socket.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Cannot close the connection to " + process, e);
    }
  }

  private String exit() {
    broken = true;
    try {
      return process.waitFor(5, TimeUnit.SECONDS)
          ? "exit status " + process.exitValue()
          : "the connection to its process broke";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
