/**
 * The commit function: the only one that adds rows to the tables. It takes the files the lake
 * function has registered, drops what is in a table already, and appends the rest.
 *
 * <p>Start at {@link dev.tenrec.commit.Committer}; {@link dev.tenrec.commit.CommitHandler} is what
 * Lambda calls. Why duplicates are dropped here: {@code docs/decisions/005-duplicates.md}.
 */
package dev.tenrec.commit;
