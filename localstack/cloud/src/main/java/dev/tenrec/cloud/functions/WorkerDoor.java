package dev.tenrec.cloud.functions;

import dev.tenrec.cloud.runtime.Wire;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Where the processes of functions connect to, each naming itself by the token it was given. */
final class WorkerDoor implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final ServerSocket server;
  private final Map<String, CompletableFuture<Socket>> expected = new ConcurrentHashMap<>();

  WorkerDoor() {
    try {
      server = new ServerSocket();
      server.bind(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 64);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on 127.0.0.1", e);
    }
    Thread.ofVirtual().name("worker-door").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** The connection that will name this token. */
  CompletableFuture<Socket> expect(String token) {
    CompletableFuture<Socket> connection = new CompletableFuture<>();
    expected.put(token, connection);
    return connection;
  }

  void forget(String token) {
    expected.remove(token);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot stop listening", e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> welcome(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void welcome(Socket socket) {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      // Unbuffered: what follows the token belongs to the worker.
      CompletableFuture<Socket> connection =
          expected.remove(Wire.text(new DataInputStream(socket.getInputStream())));
      if (connection == null || !connection.complete(socket)) {
        socket.close();
      }
    } catch (IOException notOneOfOurs) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
