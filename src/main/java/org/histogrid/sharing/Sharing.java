package org.histogrid.sharing;

import org.histogrid.account.AccountId;

/// How a thing is shared, and what the one who asks may do with it.
public record Sharing(AccountId owner, Visibility visibility, boolean mine, boolean mayEdit) {}
