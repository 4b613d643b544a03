/**
 * The workflows function: events start runs, messages wake them, a timer looks after those that
 * nobody woke.
 *
 * <p>Start at {@link dev.tenrec.workflows.WorkflowsHandler}; how a run goes on is decided by {@link
 * dev.tenrec.workflow.runs.RunEngine}.
 */
package dev.tenrec.workflows;
