package org.openprepay.tariff.internal;

import org.openprepay.rulebook.CompiledRules;

/** One content of a pack, ready to price. */
record Rates(TariffPack pack, CompiledRules rules) {}
