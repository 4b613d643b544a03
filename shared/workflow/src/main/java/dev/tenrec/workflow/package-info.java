/**
 * Workflows as people define them: a graph of steps, compiled and checked.
 *
 * <p>Start at {@link dev.tenrec.workflow.WorkflowCompiler}. Nothing here calls anybody or knows
 * where runs are kept.
 */
package dev.tenrec.workflow;
