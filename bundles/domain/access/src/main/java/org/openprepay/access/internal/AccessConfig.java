package org.openprepay.access.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The form that the web console shows for sign-in. */
@ObjectClassDefinition(
        name = "OpenPrepay sign-in",
        description = "How hard passwords are to guess and how long a session lasts.")
@interface AccessConfig {
    @AttributeDefinition(
            name = "Hash iterations",
            description = "PBKDF2 rounds of new passwords; old hashes keep theirs.")
    int iterations() default 210_000;

    @AttributeDefinition(name = "Session hours", description = "A session ends after this.")
    int sessionHours() default 12;

    @AttributeDefinition(
            name = "Failures",
            description = "After so many wrong passwords a name has to wait.")
    int maxFailures() default 5;

    @AttributeDefinition(name = "Pause in minutes", description = "How long it has to wait.")
    int pauseMinutes() default 15;
}
