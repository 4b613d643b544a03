package dev.tenrec.workflows.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface NameResolver {
  /** All addresses of a host, which may be written as an address itself. */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
