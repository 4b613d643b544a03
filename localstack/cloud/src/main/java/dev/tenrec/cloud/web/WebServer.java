package dev.tenrec.cloud.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Serves one port of 127.0.0.1 until closed; what is being answered then is answered. */
public final class WebServer implements AutoCloseable {
  private static final int IDLE_MILLIS = 75_000;
  private static final int GRACE_MILLIS = 3_000;
  private static final int LINGER_MILLIS = 2_000;
  private static final int HEAP_PART = 16;

  private final ServerSocket server;
  private final WebHandler handler;
  private final int largestBody;
  private final BodyBudget budget;
  private final Set<Socket> idle = ConcurrentHashMap.newKeySet();
  private final Set<Socket> all = ConcurrentHashMap.newKeySet();

  private WebServer(ServerSocket server, WebHandler handler, int largestBody) {
    this.server = server;
    this.handler = handler;
    this.largestBody = largestBody;
    // A part of the heap, but enough for one request in any case.
    this.budget =
        new BodyBudget(Math.max(largestBody, Runtime.getRuntime().maxMemory() / HEAP_PART));
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   * @param largestBody larger ones are read and thrown away, and the handler is told
   */
  public static WebServer start(int port, int largestBody, WebHandler handler) {
    try {
      ServerSocket server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 1024);
      WebServer web = new WebServer(server, handler, largestBody);
      Thread.ofVirtual().name("web-" + server.getLocalPort()).start(web::accept);
      return web;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot listen on 127.0.0.1:" + port + ": stop what does, or choose another port", e);
    }
  }

  /** Where it answers, without a slash at the end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  @Override
  public void close() {
    close(server);
    long deadline = System.nanoTime() + GRACE_MILLIS * 1_000_000L;
    while (!all.isEmpty() && System.nanoTime() < deadline) {
      idle.forEach(WebServer::close);
      pause(5);
    }
    all.forEach(WebServer::close);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        all.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        // Either for good, or the system is short of something that comes back.
        pause(10);
      }
    }
  }

  private void serve(Socket socket) {
    BodyBudget.Share share = budget.new Share();
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(IDLE_MILLIS);
      ConnectionInput in = new ConnectionInput(socket.getInputStream());
      ResponseWriter writer = new ResponseWriter(socket.getOutputStream());
      RequestReader reader =
          new RequestReader(
              in,
              socket.getOutputStream(),
              socket.getInetAddress().getHostAddress(),
              largestBody,
              share);
      while (awaits(socket, in)) {
        WebRequest request;
        try {
          request = reader.read();
        } catch (BadRequestException e) {
          writer.write(WebResponse.text(e.status(), e.getMessage() + "\n"), false, false);
          linger(socket);
          return;
        }
        boolean keepAlive = !request.headerHolds("connection", "close") && !server.isClosed();
        WebResponse response = answer(request);
        share.giveBack();
        writer.write(response, request.method().equals("HEAD"), keepAlive);
        if (!keepAlive) {
          return;
        }
      }
    } catch (IOException clientIsGone) {
      // Nobody is left to be told.
    } finally {
      share.giveBack();
      all.remove(socket);
    }
  }

  // Hanging up on a client that still sends would take back the answer it has not read yet.
  private static void linger(Socket socket) throws IOException {
    socket.shutdownOutput();
    socket.setSoTimeout(LINGER_MILLIS);
    byte[] unwanted = new byte[16 * 1024];
    long end = System.nanoTime() + LINGER_MILLIS * 1_000_000L;
    while (System.nanoTime() < end && socket.getInputStream().read(unwanted) >= 0) {
      // Forgotten.
    }
  }

  private boolean awaits(Socket socket, ConnectionInput in) throws IOException {
    idle.add(socket);
    try {
      return in.hasMore();
    } finally {
      idle.remove(socket);
    }
  }

  private WebResponse answer(WebRequest request) {
    try {
      return handler.handle(request);
    } catch (RuntimeException bug) {
      System.getLogger(WebServer.class.getName())
          .log(System.Logger.Level.ERROR, request.method() + " " + request.path(), bug);
      return WebResponse.text(500, "The local cloud failed; its log says why.\n");
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception alreadyClosed) {
      // As good.
    }
  }
}
