package org.openprepay.rules.drools;

/** A line that a person wrote. */
record Place(String file, int line) {}
