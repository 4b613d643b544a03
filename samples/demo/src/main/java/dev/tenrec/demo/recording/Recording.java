package dev.tenrec.demo.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A recorded visit.
 *
 * @param sessionId the session of its events
 * @param windowId the browser's tab
 * @param distinctId whose it was at the end
 * @param libraryVersion of the SDK
 * @param pieces rrweb events in the order of time, cut as they are sent
 */
public record Recording(
    String sessionId,
    String windowId,
    String distinctId,
    String libraryVersion,
    List<List<ObjectNode>> pieces) {
  public Recording {
    pieces = pieces.stream().map(List::copyOf).toList();
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("pieces is empty: a visit has one page at least");
    }
  }
}
