/**
 * Workflows as people define them, and what became of their runs; taking the steps is the workflows
 * function's work.
 *
 * <p>Start at {@link dev.tenrec.api.workflows.WorkflowRoutes}.
 */
package dev.tenrec.api.workflows;
