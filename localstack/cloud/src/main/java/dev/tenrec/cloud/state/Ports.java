package dev.tenrec.cloud.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The ports of one data directory. A name gets the same port at every start, so addresses that were
 * stored or bookmarked stay valid.
 */
public final class Ports {
  // Systems hand out higher ones to outgoing connections, at random and just when one is wanted.
  private static final int HIGHEST_SAFE = 32_000;
  private static final int LOWEST_OWN = 21_000;
  private static final int OWN = 8_000;
  private static final int FURTHEST = 500;

  private final JsonFile file;
  private final int front;
  private final Set<Integer> reserved;
  private final ObjectNode known;
  private final Map<String, Integer> chosen = new HashMap<>();

  /**
   * Reads what is remembered.
   *
   * @param front the port of the front; 0 for any, the same at every start if it is free
   * @param reserved ports that something else will use
   */
  public Ports(DataDirectory directory, int front, Set<Integer> reserved) {
    if (front < 0 || front > 65_535) {
      throw new IllegalArgumentException("port is " + front + ": give one from 0 to 65535");
    }
    this.file = directory.file("ports.json");
    this.front = front;
    this.reserved = new HashSet<>(reserved);
    this.known = file.read();
  }

  /**
   * Makes sure that nothing else uses the reserved ports, before anything is started.
   *
   * @throws IllegalStateException when something does; the message names the port and the cure
   */
  public synchronized void requireReserved() {
    reserved.forEach(port -> require("site", port));
  }

  /** The port of the front. */
  public synchronized int front() {
    if (front == 0) {
      return port("front");
    }
    return chosen.computeIfAbsent(
        "front",
        name -> {
          require(name, front);
          remember(name, front);
          return front;
        });
  }

  /** The port of a name; it was free when it was asked for first. */
  public synchronized int port(String name) {
    return chosen.computeIfAbsent(name, this::decide);
  }

  private int decide(String name) {
    int remembered = known.path(name).asInt(0);
    boolean usable = remembered != 0 && !reserved.contains(remembered);
    if (usable && (front != 0 || free(remembered))) {
      require(name, remembered);
      return remembered;
    }
    int port = choose();
    remember(name, port);
    return port;
  }

  private int choose() {
    int first =
        front > 0 && front < HIGHEST_SAFE
            ? front + 1
            : LOWEST_OWN + Math.floorMod(file.path().hashCode(), OWN);
    Set<Integer> taken = new HashSet<>(reserved);
    known.forEach(port -> taken.add(port.asInt()));
    for (int port = first; port < first + FURTHEST; port++) {
      if (!taken.contains(port) && free(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "No port from " + first + " to " + (first + FURTHEST) + " is free: give another --port");
  }

  private void remember(String name, int port) {
    if (known.path(name).asInt(0) != port) {
      known.put(name, port);
      file.write(known);
    }
  }

  private void require(String name, int port) {
    if (!free(port)) {
      throw new IllegalStateException(
          "Port "
              + port
              + " ("
              + name
              + ") is in use by another program: stop that program, give another --port, or"
              + " remove "
              + file.path()
              + " to choose ports anew");
    }
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      return true;
    } catch (IOException inUse) {
      return false;
    }
  }
}
