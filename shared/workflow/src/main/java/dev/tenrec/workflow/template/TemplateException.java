package dev.tenrec.workflow.template;

/** A template cannot be used; the message names the place and the cure. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TemplateException(String message) {
    super(message);
  }
}
