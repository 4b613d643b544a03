package dev.tenrec.cloud.runtime;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.LinkedTransferQueue;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The process of one function. It connects back to the local cloud, handles one invocation after
 * the other, and ends the moment the cloud is gone, also in the middle of an invocation.
 *
 * <p>Arguments: port, token, handler.
 */
public final class Main {
  private static final int BUFFER = 64 * 1024;

  private Main() {}

  /** Runs until the local cloud says so or dies. */
  public static void main(String[] arguments) throws Exception {
    // Ctrl-C reaches every process of the terminal; when to end is the local cloud's to say.
    Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
    Socket socket =
        new Socket(
            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), Integer.parseInt(arguments[0]));
    socket.setTcpNoDelay(true);
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER));
    Wire.write(out, arguments[1]);
    out.flush();
    LinkedTransferQueue<Optional<Invocation>> invocations = new LinkedTransferQueue<>();
    Thread reader = new Thread(() -> read(socket, invocations), "invocations");
    reader.setDaemon(true);
    reader.start();
    LoadedHandler handler;
    try {
      handler = LoadedHandler.load(arguments[2]);
    } catch (HandlerFailure failure) {
      failure.getCause().printStackTrace();
      send(out, Wire.INIT_FAILED, failure.json());
      System.exit(1);
      return;
    }
    out.writeByte(Wire.READY);
    out.flush();
    for (Optional<Invocation> next = invocations.take();
        next.isPresent();
        next = invocations.take()) {
      handle(handler, next.get(), out);
    }
    System.exit(0);
  }

  private static void handle(LoadedHandler handler, Invocation invocation, DataOutputStream out)
      throws IOException {
    try {
      byte[] answer = handler.call(invocation);
      out.writeByte(Wire.ANSWER);
      Wire.write(out, answer);
      out.flush();
    } catch (HandlerFailure failure) {
      send(out, failure.fatal() ? Wire.FAILED_FOR_GOOD : Wire.FAILED, failure.json());
      if (failure.fatal()) {
        Runtime.getRuntime().halt(1);
      }
    }
  }

  private static void send(DataOutputStream out, byte kind, String json) throws IOException {
    out.writeByte(kind);
    Wire.write(out, json);
    out.flush();
  }

  // Reads while the handler works, so that the death of the local cloud is noticed at any time.
  private static void read(Socket socket, LinkedTransferQueue<Optional<Invocation>> invocations) {
    try {
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
      while (in.readByte() == Wire.INVOKE) {
        String id = Wire.text(in);
        String arn = Wire.text(in);
        long deadline = in.readLong();
        invocations.put(Optional.of(new Invocation(id, arn, deadline, Wire.bytes(in))));
      }
      invocations.put(Optional.empty());
    } catch (IOException cloudIsGone) {
      Runtime.getRuntime().halt(1);
    }
  }
}
