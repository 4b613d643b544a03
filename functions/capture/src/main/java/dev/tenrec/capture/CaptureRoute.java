package dev.tenrec.capture;

import dev.tenrec.events.wire.CaptureRequest.Form;
import java.util.Optional;

/** The paths that take events, with what each allows. */
enum CaptureRoute {
  EVENTS(Form.CURRENT, 2),
  LEGACY(Form.LEGACY, 2),
  ENGAGE(Form.ENGAGE, 2),
  BATCH(Form.CURRENT, 20);

  private final Form form;
  private final int limit;

  CaptureRoute(Form form, int mebibytes) {
    this.form = form;
    this.limit = mebibytes << 20;
  }

  /** The route of a path without its trailing slash. */
  static Optional<CaptureRoute> of(String path) {
    return switch (path) {
      case "/i/v0/e" -> Optional.of(EVENTS);
      case "/e", "/capture", "/track" -> Optional.of(LEGACY);
      case "/engage" -> Optional.of(ENGAGE);
      // The SDKs send what their AI wrappers measure to a path of its own, in the same shape.
      case "/batch", "/i/v0/ai/batch" -> Optional.of(BATCH);
      default -> Optional.empty();
    };
  }

  Form form() {
    return form;
  }

  /** The most bytes a body may have as sent. The platform in front may take less. */
  int limit() {
    return limit;
  }
}
