package dev.tenrec.infra.cost;

/**
 * List prices of us-east-1 in US dollars, and what is free every month without end. Free tiers of
 * an account's first year are left out.
 */
final class Prices {
  static final double MILLION = 1e6;
  static final double HOURS = 730;
  static final double SECONDS = HOURS * 3600;

  static final double SHARD_HOUR = 0.015;
  static final double PUT_UNITS = 0.014 / MILLION;

  static final double LAMBDA_REQUEST = 0.20 / MILLION;
  static final double LAMBDA_GB_SECOND = 0.0000133334;
  static final double LAMBDA_FREE_REQUESTS = MILLION;
  static final double LAMBDA_FREE_GB_SECONDS = 400_000;

  static final double EDGE_REQUEST = 1.00 / MILLION;
  static final double EDGE_FREE_REQUESTS = 10 * MILLION;
  static final double EDGE_GB = 0.085;
  static final double EDGE_FREE_GB = 1024;

  static final double TABLE_WRITE = 0.625 / MILLION;
  static final double TABLE_READ = 0.125 / MILLION;
  static final double TABLE_GB = 0.25;
  static final double TABLE_RECOVERY_GB = 0.20;

  static final double OBJECT_PUT = 0.005 / 1000;
  static final double OBJECT_GET = 0.0004 / 1000;
  static final double OBJECT_GB = 0.023;

  static final double QUEUE_REQUEST = 0.40 / MILLION;
  static final double QUEUE_FREE_REQUESTS = MILLION;

  static final double CATALOG_REQUEST = 1.00 / MILLION;
  static final double CATALOG_FREE_REQUESTS = MILLION;

  static final double LOG_GB = 0.50;
  static final double METRIC = 0.30;
  static final double FREE_METRICS = 10;
  static final double ALARM = 0.10;
  static final double FREE_ALARMS = 10;
  static final double DASHBOARD = 3.00;
  static final double FREE_DASHBOARDS = 3;

  private Prices() {}

  /** What is to be paid for an amount of which some is free. */
  static double beyond(double free, double amount, double price) {
    return Math.max(0, amount - free) * price;
  }
}
