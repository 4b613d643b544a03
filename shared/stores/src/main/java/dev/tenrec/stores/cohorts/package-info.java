/**
 * Who is on the list of a static cohort.
 *
 * <p>Start at {@link dev.tenrec.stores.cohorts.CohortMembers}; what a cohort is called and whether
 * it has a list is a definition of the kind {@code cohort}. Items of the {@code persons} table, two
 * for each member and always both, for the two questions there are:
 *
 * <ul>
 *   <li>{@code cohort#<project>#<cohort>} / {@code person#<person id>}: who is on the list
 *   <li>{@code member#<project>#<person id>} / {@code cohort#<cohort>}: on which lists somebody is
 * </ul>
 */
package dev.tenrec.stores.cohorts;
