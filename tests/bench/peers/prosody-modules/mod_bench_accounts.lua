-- Makes the accounts of the bench through Prosody's own user manager when the host starts: prosodyctl takes a process for each.
local usermanager = require "core.usermanager";

local password = module:get_option_string("bench_password");
for prefix, count in pairs(module:get_option("bench_accounts")) do
	for i = 0, count - 1 do
		if not usermanager.user_exists(prefix .. i, module.host) then
			usermanager.create_user(prefix .. i, password, module.host);
		end
	end
end
