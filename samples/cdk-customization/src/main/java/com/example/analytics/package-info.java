/**
 * Tenrec as a part of somebody's own CDK app, with two changes: streams keep records for a week,
 * and a function of our own listens to the processed exceptions.
 *
 * <p>Start at {@link com.example.analytics.AnalyticsApp}.
 */
package com.example.analytics;
