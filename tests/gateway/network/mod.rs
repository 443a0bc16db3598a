//! One file for each concern; `support` has the clients, backends and gateways they are made of.

mod backends;
mod clients;
mod deployed;
mod operation;
mod raw;
mod support;
mod upgrades;
