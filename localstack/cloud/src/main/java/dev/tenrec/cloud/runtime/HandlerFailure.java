package dev.tenrec.cloud.runtime;

/** The function's own code failed; {@link #json()} is what Lambda would answer. */
final class HandlerFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean fatal;

  HandlerFailure(Throwable cause) {
    super(cause);
    // A virtual machine that ran out of memory or stack may be broken: Lambda starts another.
    this.fatal = cause instanceof VirtualMachineError;
  }

  /** Whether the process must not be used again. */
  boolean fatal() {
    return fatal;
  }

  String json() {
    Throwable cause = getCause();
    StringBuilder json = new StringBuilder("{\"errorMessage\":");
    quote(json, cause.getMessage() == null ? cause.toString() : cause.getMessage());
    json.append(",\"errorType\":");
    quote(json, cause.getClass().getName());
    json.append(",\"stackTrace\":[");
    StackTraceElement[] frames = cause.getStackTrace();
    for (int i = 0; i < Math.min(frames.length, 50); i++) {
      json.append(i == 0 ? "" : ",");
      quote(json, frames[i].toString());
    }
    return json.append("]}").toString();
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        default -> {
          if (c < ' ' || Character.isSurrogate(c)) {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
