package dev.vrrpd.core.router;

import dev.vrrpd.core.track.Observed;

/** What all virtual routers of a device share. */
record Surroundings(
    Outbox outbox,
    Deadlines deadlines,
    Links links,
    Observed observed,
    WallClock clock,
    Pacer pacer,
    Unsettled unsettled,
    Inquirer inquirer) {}
