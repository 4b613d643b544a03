package dev.tenrec.emulators.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine for programs that cannot choose one themselves. */
public final class Ports {
  private Ports() {}

  /**
   * Returns {@code port} if nothing listens there, or any free port for 0.
   *
   * @throws IllegalStateException if something listens on {@code port}
   */
  public static int claim(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    } catch (java.net.BindException e) {
      throw new IllegalStateException(
          "Port " + port + " is in use: stop what listens there, or choose another port", e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at port " + port + ": " + e, e);
    }
  }
}
