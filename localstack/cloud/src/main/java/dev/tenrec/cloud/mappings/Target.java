package dev.tenrec.cloud.mappings;

import dev.tenrec.cloud.functions.InvocationResult;

/** The function that a mapping calls. */
public interface Target {
  /** Calls it and waits. */
  InvocationResult invoke(byte[] event);

  /** Its ARN, for those who ask what failed. */
  String arn();
}
