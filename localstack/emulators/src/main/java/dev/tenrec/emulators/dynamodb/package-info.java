/**
 * The two programs that play DynamoDB, and how to start each. Start with {@link
 * dev.tenrec.emulators.dynamodb.DynamoDbProgram}.
 */
package dev.tenrec.emulators.dynamodb;
