/** What the tests stand on: small assemblies made by hand, functions that do as they are told. */
package dev.tenrec.cloud.testing;
