//! The network half of the gateway over real sockets: raw clients on one side, scripted backends on the other.

#[path = "gateway/network/mod.rs"]
mod network;
