<#
.SYNOPSIS
    Sets up cloud video interop in Microsoft Teams, so that meeting rooms can dial into Teams meetings.

.DESCRIPTION
    Run it without parameters first: it signs you in, shows what your tenant has and what it
    would change, and changes nothing.

    It was made for one tenant and refuses any other. It may be run as often as you like: what
    is already right is left alone. It needs the role Teams Administrator, and no other.

    It makes these changes, and no others:
      1. the video interop provider "Pexip" of your tenant gets your values
      2. the policy PexipServiceProviderEnabled is granted to the users you name, or to everyone
      3. only with -AllowDomain, and only if your tenant has a list of allowed domains: the
         domain of the service is added to that list

    Before its first change it writes down what was there, in a file beside the script (or in
    your profile, where it may not write there). The file holds the sign-in names of your pilot
    users and stays on this computer. -Mode Undo puts back what the file tells.

    It speaks to Microsoft through the module MicrosoftTeams. With -Report it also sends its
    result to your set-up page; without -Report it sends nothing. A result holds what you see
    on the screen at the end, and the number of pilot users, but no names.

    It runs in Windows PowerShell 5.1 and in PowerShell 7.2 or later.

.PARAMETER Mode
    Plan      looks, says what would be changed, and changes nothing. This is the default.
    Pilot     sets the provider, and grants the policy to the users named with -Users.
    Everyone  sets the provider, and grants the policy to the whole tenant.
    Undo      puts back what was there before the first change.
    Status    shows what is there now.

.PARAMETER Users
    The sign-in names of the pilot users. Begin with one or two.

.PARAMETER ReplaceOtherService
    The provider "Pexip" may carry the tenant key of another service, and your users the policy
    of another provider. The script then shows it and asks. With this switch it replaces it
    without asking.

.PARAMETER AllowDomain
    Adds the domain of the service to your list of allowed domains, if you have such a list.
    Without a list nothing is added, since a list with one entry would shut out everyone else.

.PARAMETER Report
    Sends the result to your set-up page. Without it, paste the result code there.

.EXAMPLE
    .\onemeeting-setup.ps1
    Looks, and changes nothing.

.EXAMPLE
    .\onemeeting-setup.ps1 -Mode Pilot -Users anna@contoso.com, ben@contoso.com
    Sets the provider, and grants the policy to two users.

.EXAMPLE
    .\onemeeting-setup.ps1 -Mode Everyone -Report
    Sets the provider, grants the policy to everyone, and sends the result to your set-up page.
#>
[CmdletBinding()]
param(
    [ValidateSet('Plan', 'Pilot', 'Everyone', 'Undo', 'Status')]
    [string] $Mode = 'Plan',

    [string[]] $Users,

    [switch] $ReplaceOtherService,

    [switch] $AllowDomain,

    [switch] $Report
)

# --- your values -------------------------------------------------------------------------

$ServiceName    = '<serviceName>'
$Company        = '<company>'
$TenantId       = '<tenantId>'
$TenantKey      = '<tenantKey>'
$InstructionUri = '<instructionUri>'
$ApplicationIds = '<applicationIds>'
$ServiceDomain  = '<serviceDomain>'

# These two are for the result: the address leads to your set-up page, and the key signs.
# Keep this file as you keep the link to that page.
$ReportUri      = '<reportUri>'
$ReportKey      = '<reportKey>'

$ProviderName   = 'Pexip'
$PolicyName     = 'PexipServiceProviderEnabled'

# --- what it decides ---------------------------------------------------------------------

# Whatever the script can find stands here: about what, what was found, what is done, and
# the words for it.
#   go      it is right
#   say     it is told, and left as it is
#   change  Pilot and Everyone change it; Plan says that they would
#   ask     as change, but Pilot and Everyone ask first, unless -ReplaceOtherService is given
#   stop    nothing more is done
$Decisions = @(
    @('software', 'shell', 'go', 'PowerShell {0}'),
    @('software', 'shellOld', 'stop', 'PowerShell {0} is too old for the module MicrosoftTeams. Use Windows PowerShell 5.1, or PowerShell 7.2 or later.'),
    @('software', 'module', 'go', 'MicrosoftTeams {0}'),
    @('software', 'moduleAging', 'say', 'MicrosoftTeams {0} works, but is not recent. Update it when you can: Update-Module -Name MicrosoftTeams'),
    @('software', 'moduleOld', 'stop', 'The module MicrosoftTeams {0} is too old. Update it with: Update-Module -Name MicrosoftTeams -- then open a new PowerShell window, and run this script once more.'),
    @('software', 'moduleMissing', 'stop', 'The module MicrosoftTeams is not installed. Install it with: Install-Module -Name MicrosoftTeams -Scope CurrentUser -- and run this script once more.'),
    @('software', 'moduleTwice', 'stop', 'The module MicrosoftTeams is loaded more than once in this window ({0}). Open a new PowerShell window, and run this script there.'),
    @('software', 'moduleRetired', 'stop', 'The retired module {0} is loaded in this window and gets in the way. Open a new PowerShell window, and run this script there.'),

    @('signIn', 'done', 'go', 'Signed in as {0}'),
    @('signIn', 'failed', 'stop', 'The sign-in did not work: {0}'),

    @('tenant', 'here', 'go', 'This is the tenant the script was made for.'),
    @('tenant', 'other', 'stop', 'You are signed in to another tenant ({0}). Close PowerShell, and run the script again with an account of the tenant it was made for.'),

    @('role', 'reads', 'go', 'Your account may read the settings. Whether it may also change them shows only with the first change: it takes the role Teams Administrator.'),
    @('role', 'refused', 'stop', 'Microsoft did not let this account read the settings. It needs the role Teams Administrator. Microsoft says: {0}'),

    @('policy', 'there', 'go', 'The policy that Microsoft provides is there.'),
    @('policy', 'missing', 'stop', 'Your tenant does not offer the policy {0}, which Microsoft provides in every tenant with Teams. Please tell us.'),

    @('provider', 'none', 'change', 'There is none yet: it is to be created with your tenant key {0}.'),
    @('provider', 'ours', 'go', 'It is there, with exactly your values.'),
    @('provider', 'differs', 'change', 'It is there with your tenant key, but not with all of your values: it is to be updated.'),
    @('provider', 'other', 'ask', 'It is there with the tenant key {0}, which is not yours. Another service may be using it.'),

    @('users', 'missing', 'stop', 'Name the pilot users, such as: -Mode Pilot -Users anna@contoso.com'),
    @('users', 'unknown', 'stop', 'None of the users you named was found, so there is no pilot.'),
    @('user', 'unknown', 'say', '{0} was not found, and is left out.'),
    @('user', 'ours', 'go', '{0} has the policy already.'),
    @('user', 'none', 'change', '{0} is to get the policy.'),
    @('user', 'other', 'ask', '{0} has the policy of another service.'),

    @('everyone', 'ours', 'go', 'The policy of the whole tenant is this one already. Users and groups with another policy of their own keep it; the script does not look at each of them. Get-CsOnlineUser shows what a user has.'),
    @('everyone', 'none', 'change', 'The whole tenant is to get it. Users and groups with another policy of their own keep it; the script does not look at each of them. Get-CsOnlineUser shows what a user has.'),
    @('everyone', 'other', 'ask', 'The whole tenant has the policy of another provider: {0}. Users and groups with another policy of their own keep it; the script does not look at each of them. Get-CsOnlineUser shows what a user has.'),

    @('federation', 'open', 'go', 'Your tenant allows all outside domains: nothing is to be done.'),
    @('federation', 'listed', 'go', 'Your tenant allows only some outside domains, and {0} is one of them.'),
    @('federation', 'unlisted', 'say', 'Your tenant allows only some outside domains, and {0} is not one of them. With -AllowDomain the script adds it to the list.'),
    @('federation', 'toAdd', 'change', 'Your tenant allows only some outside domains: {0} is to be added to the list.'),
    @('federation', 'blocked', 'say', 'Your tenant blocks the domain {0}. This script does not change that: see Users, External access in the Teams admin center.'),
    @('federation', 'closed', 'say', 'Your tenant allows no outside domains at all. This script does not change that.'),
    @('federation', 'unknown', 'say', 'It could not be read which outside domains your tenant allows. This script changes nothing about it.'),

    @('before', 'missing', 'stop', 'No file tells what was there before the first change ({0}). There is nothing to put back from this computer.'),
    @('before', 'there', 'go', 'What was there before stands in {0}')
)

# The words of a result, in the order in which the result code counts them.
$Words = [ordered] @{
    mode       = @('plan', 'pilot', 'everyone', 'undo', 'status')
    stoppedAt  = @('nowhere', 'software', 'signIn', 'tenant', 'role', 'policy', 'provider', 'users', 'before', 'change')
    tenant     = @('unknown', 'here', 'other')
    policy     = @('unknown', 'there', 'missing')
    provider   = @('unknown', 'none', 'ours', 'differs', 'other')
    scope      = @('unknown', 'nobody', 'pilot', 'everyone', 'otherService')
    federation = @('unknown', 'open', 'listed', 'unlisted', 'blocked', 'closed')
}

# --- how it works ------------------------------------------------------------------------

$ErrorActionPreference = 'Stop'

$Changing = $Mode -eq 'Pilot' -or $Mode -eq 'Everyone'

# called with powershell -File, several users arrive as one text
$Named = @($Users | ForEach-Object { "$_" -split '[,;]' } | ForEach-Object { $_.Trim() } | Where-Object { $_ })

$Result = [ordered] @{
    mode       = $Mode.ToLowerInvariant()
    stoppedAt  = 'nowhere'
    tenant     = 'unknown'
    policy     = 'unknown'
    provider   = 'unknown'
    scope      = 'unknown'
    federation = 'unknown'
    pilots     = 0
    at         = [DateTime]::UtcNow.ToString('yyyy-MM-dd\THH:mm:\0\0\Z', [Globalization.CultureInfo]::InvariantCulture)
    run        = Get-Random -Minimum 1000 -Maximum 10000
}

$StatePlaces = @($PSScriptRoot, $HOME | Where-Object { $_ } | ForEach-Object { Join-Path $_ "onemeeting-setup-$TenantId.json" })
$StateFile = $StatePlaces | Where-Object { Test-Path -LiteralPath $_ } | Select-Object -First 1

function Show-Step([string] $Text) {
    Write-Host ''
    Write-Host "== $Text" -ForegroundColor Cyan
}

function Show-Line([string] $Text) {
    Write-Host "   $Text"
}

# The row of the table for what was found.
function Get-Decision([string] $About, [string] $Found) {
    foreach ($row in $Decisions) {
        if ($row[0] -eq $About -and $row[1] -eq $Found) {
            return $row
        }
    }
    throw "The script does not know what to do about: $About $Found"
}

# Says what was found, and does what the table says. Gives back whether to change it.
function Resolve-Finding([string] $About, [string] $Found, [string] $Detail) {
    $decision = Get-Decision $About $Found
    $act = $decision[2]
    $sentence = $decision[3] -f $Detail
    if ($act -eq 'stop') {
        Stop-Here $About $sentence
    }
    Show-Line $sentence
    if ($act -eq 'ask') {
        return (Confirm-Replacement $About)
    }
    return ($act -eq 'change')
}

function Confirm-Replacement([string] $About) {
    if ($ReplaceOtherService) {
        Show-Line 'It is replaced, as you said with -ReplaceOtherService.'
        return $true
    }
    if (-not $Changing) {
        Show-Line 'Pilot and Everyone ask before they replace it.'
        return $true
    }
    $answer = ''
    try {
        $answer = Read-Host '   Type REPLACE to replace it, or press Enter to leave it'
    }
    catch {
        Show-Line 'Nobody can be asked here. With -ReplaceOtherService the script replaces it without asking.'
    }
    if ($answer -eq 'REPLACE') {
        return $true
    }
    $where = 'provider'
    if ($About -eq 'user' -or $About -eq 'everyone') {
        $where = 'users'
    }
    Stop-Here $where 'It stays as it is, and nothing was changed.'
}

# Whether a change is to be made now; a plan only says that it would be.
function Test-Change([string] $Change) {
    if ($Changing) {
        Show-Line "$Change ..."
        return $true
    }
    Write-Host "   Would be done: $Change" -ForegroundColor Yellow
    return $false
}

function Stop-Here([string] $Where, [string] $Text) {
    Write-Host ''
    Write-Host "STOPPED. $Text" -ForegroundColor Red
    $Result['stoppedAt'] = $Where
    Complete-Script
    exit 1
}

# --- the result --------------------------------------------------------------------------

# HMAC-SHA256 with the key above, in hexadecimal digits.
function Get-Signature([string] $Text) {
    $hmac = New-Object System.Security.Cryptography.HMACSHA256
    $hmac.Key = [Text.Encoding]::UTF8.GetBytes($ReportKey)
    $bytes = $hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes($Text))
    return (($bytes | ForEach-Object { $_.ToString('x2') }) -join '')
}

# The result in digits, with the beginning of its signature, in groups of five.
function Get-ResultCode([string] $Signature) {
    $code = '1'
    foreach ($name in $Words.Keys) {
        $code += [array]::IndexOf($Words[$name], $Result[$name])
    }
    $code += '{0:d3}' -f $Result['pilots']
    $code += ($Result['at'] -replace '[^0-9]', '').Substring(2, 10)
    $code += $Result['run']
    $code += $Signature.Substring(0, 15).ToUpperInvariant()
    return ($code -replace '(.{5})(?=.)', '$1-')
}

# Sends the result to your set-up page. Nothing else is sent anywhere.
function Send-Report([string] $Signature) {
    $body = [ordered] @{}
    foreach ($name in $Result.Keys) {
        $body[$name] = $Result[$name]
    }
    $body['signature'] = $Signature
    try {
        if ($PSVersionTable.PSVersion.Major -lt 6) {
            [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
        }
        $answer = Invoke-RestMethod -Method Post -Uri $ReportUri -ContentType 'application/json' -Body ($body | ConvertTo-Json) -UseBasicParsing -TimeoutSec 30
        Show-Line "Your set-up page answers: $($answer.message)"
    }
    catch {
        Write-Warning "The result could not be sent: $($_.Exception.Message) Paste the result code on your set-up page instead."
    }
}

function Complete-Script {
    $signature = Get-Signature (@($Result.Values | ForEach-Object { "$_" }) -join ';')
    Show-Step 'The result'
    foreach ($name in $Result.Keys) {
        Show-Line ('{0,-10} {1}' -f $name, $Result[$name])
    }
    if ($Report) {
        Send-Report $signature
    }
    Write-Host ''
    Write-Host "   Result code:  $(Get-ResultCode $signature)" -ForegroundColor Green
    if (-not $Report) {
        Show-Line 'Paste it on your set-up page, and we see what you see. Or run the script with -Report.'
    }
}

# --- what was there before ---------------------------------------------------------------

# Writes it down before the first change, and never over what was written down before.
function Save-Before($Before) {
    $places = $StatePlaces
    if ($StateFile) {
        $places = @($StateFile)
    }
    $failure = ''
    foreach ($place in $places) {
        try {
            Set-Content -LiteralPath $place -Value ($Before | ConvertTo-Json -Depth 4) -Encoding UTF8
            Set-Variable -Name StateFile -Value $place -Scope Script
            Show-Line "What was there before is written down in $place"
            return
        }
        catch {
            $failure = $_.Exception.Message
        }
    }
    Stop-Here 'change' "What was there before could not be written down, so nothing was changed: $failure"
}

function Read-Before {
    if (-not $StateFile) {
        return $null
    }
    return (Get-Content -LiteralPath $StateFile -Raw -Encoding UTF8 | ConvertFrom-Json)
}

# What is written down, with what this run is about to change for the first time.
function New-Before($Provider, [string] $Everyone, $People) {
    $before = Read-Before
    if (-not $before) {
        $before = [pscustomobject] @{ provider = $null; everyone = $Everyone; users = @(); domainAdded = $false }
        if ($Provider) {
            $before.provider = [pscustomobject] @{
                TenantKey                         = "$($Provider.TenantKey)"
                InstructionUri                    = "$($Provider.InstructionUri)"
                AllowAppGuestJoinsAsAuthenticated = [bool] $Provider.AllowAppGuestJoinsAsAuthenticated
                AadApplicationIds                 = "$($Provider.AadApplicationIds)"
            }
        }
    }
    $known = @($before.users | Where-Object { $_ } | ForEach-Object { $_.name })
    foreach ($person in $People) {
        if ($known -notcontains $person.name) {
            $before.users = @($before.users | Where-Object { $_ }) + @([pscustomobject] @{ name = $person.name; policy = $person.policy })
        }
    }
    return $before
}

# --- what is there now -------------------------------------------------------------------

# The name of a policy without the word that Microsoft puts before it.
function Get-PlainName($Value) {
    return ("$Value" -replace '^Tag:', '').Trim()
}

function Find-PowerShell {
    $version = $PSVersionTable.PSVersion
    if ($version -lt [version] '5.1') {
        return 'shellOld'
    }
    if ($version.Major -ge 6 -and $version -lt [version] '7.2') {
        return 'shellOld'
    }
    return 'shell'
}

function Find-Module($Loaded, $Installed, $Retired) {
    if ($Retired) {
        return 'moduleRetired'
    }
    if (@($Loaded).Count -gt 1) {
        return 'moduleTwice'
    }
    $module = @($Loaded) + @($Installed) | Where-Object { $_ } | Select-Object -First 1
    if (-not $module) {
        return 'moduleMissing'
    }
    if ($module.Version -lt [version] '4.0.0') {
        return 'moduleOld'
    }
    if ($module.Version -lt [version] '6.3.0') {
        return 'moduleAging'
    }
    return 'module'
}

function Get-Provider {
    return (Get-CsVideoInteropServiceProvider -ErrorAction Stop |
        Where-Object { $_.Name -eq $ProviderName -or (Get-PlainName $_.Identity) -eq $ProviderName } |
        Select-Object -First 1)
}

function Find-Provider($Provider) {
    if (-not $Provider) {
        return 'none'
    }
    if ($Provider.TenantKey -and "$($Provider.TenantKey)" -ne $TenantKey) {
        return 'other'
    }
    foreach ($name in $Values.Keys) {
        if ("$($Provider.$name)" -ne "$($Values[$name])") {
            return 'differs'
        }
    }
    return 'ours'
}

function Find-Policy($Policies) {
    foreach ($policy in $Policies) {
        if ((Get-PlainName $policy.Identity) -eq $PolicyName) {
            return 'there'
        }
    }
    return 'missing'
}

# What a policy stands for: ours, that of another service, or none.
function Find-PolicyOf([string] $Name) {
    if ($Name -eq $PolicyName) {
        return 'ours'
    }
    if ($Name -and $Name -ne 'ServiceProviderDisabled' -and $Name -ne 'Global') {
        return 'other'
    }
    return 'none'
}

# The name of the policy that everyone has, or nothing. The policy of the whole tenant does
# not tell its name: it is the one that Microsoft provides for the same provider.
function Get-EveryonesPolicy($Policies) {
    $whole = $Policies | Where-Object { (Get-PlainName $_.Identity) -eq 'Global' } | Select-Object -First 1
    if (-not $whole -or -not $whole.Enabled) {
        return ''
    }
    $same = $Policies |
        Where-Object { (Get-PlainName $_.Identity) -ne 'Global' -and $_.Enabled -and $_.ProviderName -eq $whole.ProviderName } |
        Select-Object -First 1
    if ($same) {
        return (Get-PlainName $same.Identity)
    }
    return "$($whole.ProviderName)"
}

# The named users, each with the policy they have themselves.
function Get-People {
    foreach ($name in $Named) {
        $person = $null
        try {
            $person = Get-CsOnlineUser -Identity $name -ErrorAction Stop
        }
        catch {
            $person = $null
        }
        [pscustomobject] @{ name = $name; exists = [bool] $person; policy = Get-PlainName $person.TeamsVideoInteropServicePolicy }
    }
}

# The domains of a list, which comes as patterns, or as an object around them, or as text.
function Get-DomainNames($List) {
    $items = @($List)
    if ($List.AllowedDomain) {
        $items = @($List.AllowedDomain)
    }
    foreach ($item in $items) {
        if ($item.Domain) {
            "$($item.Domain)"
        }
        else {
            "$item" -split '[,\s]+' -replace '^Domain=', ''
        }
    }
}

function Find-Federation($Federation) {
    if (-not $Federation) {
        return 'unknown'
    }
    if (-not $Federation.AllowFederatedUsers) {
        return 'closed'
    }
    $allowed = $Federation.AllowedDomains
    if (-not $allowed) {
        return 'unknown'
    }
    if ("$allowed" -match 'AllowAllKnownDomains' -or $allowed.GetType().Name -match 'AllowAllKnownDomains') {
        if (@(Get-DomainNames $Federation.BlockedDomains) -contains $ServiceDomain) {
            return 'blocked'
        }
        return 'open'
    }
    if (@(Get-DomainNames $allowed) -contains $ServiceDomain) {
        return 'listed'
    }
    return 'unlisted'
}

function Find-Scope([string] $Everyone, [int] $Pilots) {
    $found = Find-PolicyOf $Everyone
    if ($found -eq 'ours') {
        return 'everyone'
    }
    if ($found -eq 'other') {
        return 'otherService'
    }
    if ($Pilots -gt 0) {
        return 'pilot'
    }
    return 'nobody'
}

function Get-Federation {
    try {
        return (Get-CsTenantFederationConfiguration -ErrorAction Stop)
    }
    catch {
        return $null
    }
}

# --- what it changes ---------------------------------------------------------------------

$Values = @{
    TenantKey                         = $TenantKey
    InstructionUri                    = $InstructionUri
    AllowAppGuestJoinsAsAuthenticated = $true
    AadApplicationIds                 = $ApplicationIds
}

function Set-Provider($Provider, $Wanted) {
    $changes = @{}
    foreach ($name in $Wanted.Keys) {
        if ("$($Provider.$name)" -ne "$($Wanted[$name])") {
            $changes[$name] = $Wanted[$name]
        }
    }
    if ($changes.Count -gt 0) {
        Set-CsVideoInteropServiceProvider -Identity $ProviderName @changes -ErrorAction Stop | Out-Null
    }
}

# Grants a policy to one user; an empty name takes away what they have.
function Grant-User([string] $User, [string] $Name) {
    if ($Name) {
        Grant-CsTeamsVideoInteropServicePolicy -PolicyName $Name -Identity $User -ErrorAction Stop
    }
    else {
        Grant-CsTeamsVideoInteropServicePolicy -PolicyName $null -Identity $User -ErrorAction Stop
    }
}

# Grants a policy to the whole tenant; an empty name takes away what it has.
function Grant-Everyone([string] $Name) {
    if ($Name) {
        Grant-CsTeamsVideoInteropServicePolicy -PolicyName $Name -Global -ErrorAction Stop
    }
    else {
        Grant-CsTeamsVideoInteropServicePolicy -PolicyName $null -Global -ErrorAction Stop
    }
}

# The list stays as it is otherwise: Add and Remove change it, and do not replace it.
function Edit-AllowedDomains([string] $Edit) {
    $domains = New-Object 'System.Collections.Generic.List[string]'
    $domains.Add($ServiceDomain)
    Set-CsTenantFederationConfiguration -AllowedDomainsAsAList @{ $Edit = $domains } -ErrorAction Stop
}

function Set-Up {
    $provider = Get-Provider
    $policies = @(Get-CsTeamsVideoInteropServicePolicy -ErrorAction Stop)
    $everyone = Get-EveryonesPolicy $policies

    Show-Step "The video interop provider $ProviderName"
    $found = Find-Provider $provider
    $detail = $TenantKey
    if ($found -eq 'other') {
        $detail = "$($provider.TenantKey)"
    }
    if ($provider -and $found -ne 'ours') {
        foreach ($name in ($Values.Keys | Sort-Object)) {
            if ("$($provider.$name)" -ne "$($Values[$name])") {
                Show-Line "$name is '$($provider.$name)', and yours is '$($Values[$name])'."
            }
        }
    }
    $setProvider = Resolve-Finding 'provider' $found $detail

    $people = @()
    $toGrant = @()
    if ($Mode -eq 'Pilot' -or $Named.Count -gt 0) {
        Show-Step 'The policy for your pilot users'
        $people = @(Get-People)
        $people | Where-Object { -not $_.exists } | ForEach-Object { Resolve-Finding 'user' 'unknown' $_.name | Out-Null }
        $people = @($people | Where-Object { $_.exists })
        if ($people.Count -eq 0) {
            Resolve-Finding 'users' 'unknown' '' | Out-Null
        }
        $toGrant = @($people | Where-Object { Resolve-Finding 'user' (Find-PolicyOf $_.policy) $_.name })
    }

    $grantEveryone = $false
    if ($Mode -ne 'Pilot') {
        Show-Step 'The policy for everyone'
        $grantEveryone = Resolve-Finding 'everyone' (Find-PolicyOf $everyone) $everyone
    }

    Show-Step 'Outside domains'
    $federation = Find-Federation (Get-Federation)
    if ($federation -eq 'unlisted' -and $AllowDomain) {
        $federation = 'toAdd'
    }
    $addDomain = Resolve-Finding 'federation' $federation $ServiceDomain

    Show-Step 'What is done'
    $before = New-Before $provider $everyone $toGrant
    if ($Changing -and ($setProvider -or $toGrant.Count -gt 0 -or $grantEveryone -or $addDomain)) {
        if ($addDomain) {
            $before.domainAdded = $true
        }
        Save-Before $before
    }
    if ($setProvider -and -not $provider -and (Test-Change "Create the provider $ProviderName with the tenant key $TenantKey")) {
        New-CsVideoInteropServiceProvider -Name $ProviderName @Values -ErrorAction Stop | Out-Null
    }
    if ($setProvider -and $provider -and (Test-Change "Update the provider $ProviderName")) {
        Set-Provider $provider $Values
    }
    foreach ($person in $toGrant) {
        if (Test-Change "Grant the policy $PolicyName to $($person.name)") {
            Grant-User $person.name $PolicyName
        }
    }
    if ($grantEveryone -and (Test-Change "Grant the policy $PolicyName to everyone")) {
        Grant-Everyone $PolicyName
    }
    if ($addDomain -and (Test-Change "Add $ServiceDomain to the list of allowed domains")) {
        Edit-AllowedDomains 'Add'
    }
    if (-not ($setProvider -or $toGrant.Count -gt 0 -or $grantEveryone -or $addDomain)) {
        Show-Line 'Nothing: everything is as it should be.'
    }
}

# Puts back what was there before; what somebody else changed since is left alone.
function Undo-Everything {
    Show-Step 'What was there before'
    $before = Read-Before
    if (-not $before) {
        Resolve-Finding 'before' 'missing' ($StatePlaces -join ', ') | Out-Null
    }
    Resolve-Finding 'before' 'there' $StateFile | Out-Null

    Show-Step 'What is put back'
    foreach ($user in @($before.users | Where-Object { $_ })) {
        $now = ''
        try {
            $now = Get-PlainName (Get-CsOnlineUser -Identity $user.name -ErrorAction Stop).TeamsVideoInteropServicePolicy
        }
        catch {
            $now = 'not found'
        }
        if ($now -eq $PolicyName) {
            Grant-User $user.name $user.policy
            if ($user.policy) {
                Show-Line "$($user.name) has the policy $($user.policy) again."
            }
            else {
                Show-Line "$($user.name) has no policy of their own any more."
            }
        }
        else {
            Show-Line "$($user.name) is left alone: the policy is not this script's any more."
        }
    }
    $everyone = Get-EveryonesPolicy @(Get-CsTeamsVideoInteropServicePolicy -ErrorAction Stop)
    if ($everyone -eq $PolicyName -and $before.everyone -ne $PolicyName) {
        Grant-Everyone $before.everyone
        Show-Line 'The policy of the whole tenant is as it was.'
    }
    $provider = Get-Provider
    $found = Find-Provider $provider
    if ($found -eq 'ours' -or $found -eq 'differs') {
        if ($before.provider) {
            $wanted = @{}
            foreach ($name in $Values.Keys) {
                $wanted[$name] = $before.provider.$name
            }
            Set-Provider $provider $wanted
            Show-Line "The provider $ProviderName is as it was."
        }
        else {
            Remove-CsVideoInteropServiceProvider -Identity $ProviderName -ErrorAction Stop
            Show-Line "The provider $ProviderName is removed: there was none before."
        }
    }
    elseif ($found -eq 'other') {
        Show-Line "The provider $ProviderName is left alone: it carries another tenant key now."
    }
    if ($before.domainAdded) {
        if ((Find-Federation (Get-Federation)) -eq 'listed') {
            Edit-AllowedDomains 'Remove'
            Show-Line "$ServiceDomain is taken off the list of allowed domains again."
        }
        else {
            Show-Line "The outside domains are left alone: $ServiceDomain is on no list any more."
        }
    }
    Remove-Item -LiteralPath $StateFile
    Show-Line 'The file that told what was there before is removed.'
}

# Shows what the tenant has at the end, and notes it for the result.
function Show-Tenant {
    $provider = Get-Provider
    $policies = @(Get-CsTeamsVideoInteropServicePolicy -ErrorAction Stop)
    $people = @(Get-People | Where-Object { $_.exists })
    $pilots = @($people | Where-Object { $_.policy -eq $PolicyName }).Count

    Show-Step 'What your tenant has now'
    $provider | Format-List -Property (@('Name') + @($Values.Keys | Sort-Object)) | Out-Host
    $policies | Where-Object { (Get-PlainName $_.Identity) -eq 'Global' } | Format-List -Property @('Identity', 'ProviderName', 'Enabled') | Out-Host
    foreach ($person in $people) {
        Show-Line "$($person.name): $($person.policy)"
    }

    $Result['provider'] = Find-Provider $provider
    $Result['pilots'] = [Math]::Min($pilots, 999)
    $Result['scope'] = Find-Scope (Get-EveryonesPolicy $policies) $pilots
    $Result['federation'] = Find-Federation (Get-Federation)
}

# --- the run -----------------------------------------------------------------------------

Write-Host "$ServiceName for $Company"
if ($Mode -eq 'Plan' -or $Mode -eq 'Status') {
    Write-Host 'This is a look only: nothing will be changed.'
}

Show-Step 'PowerShell and the module MicrosoftTeams'
Resolve-Finding 'software' (Find-PowerShell) "$($PSVersionTable.PSVersion)" | Out-Null
$loaded = @(Get-Module -Name MicrosoftTeams)
$installed = @(Get-Module -Name MicrosoftTeams -ListAvailable | Sort-Object -Property Version -Descending)
$retired = @(Get-Module -Name 'SkypeOnlineConnector', 'LyncOnlineConnector')
$detail = @($retired + $loaded + $installed | Select-Object -First 1 | ForEach-Object { "$($_.Version)" }) -join ''
if ($retired.Count -gt 0) {
    $detail = $retired[0].Name
}
elseif ($loaded.Count -gt 1) {
    $detail = @($loaded | ForEach-Object { "$($_.Version)" }) -join ', '
}
Resolve-Finding 'software' (Find-Module $loaded $installed $retired) $detail | Out-Null
if ($loaded.Count -eq 0) {
    Import-Module -Name MicrosoftTeams -MinimumVersion '4.0.0'
}
if ($Mode -eq 'Pilot' -and $Named.Count -eq 0) {
    Resolve-Finding 'users' 'missing' '' | Out-Null
}

Show-Step 'Sign-in'
Show-Line "Sign in with a Teams Administrator of the tenant $TenantId."
$connection = $null
try {
    $connection = Connect-MicrosoftTeams -TenantId $TenantId -ErrorAction Stop
}
catch {
    Resolve-Finding 'signIn' 'failed' $_.Exception.Message | Out-Null
}
Resolve-Finding 'signIn' 'done' "$($connection.Account)" | Out-Null
$Result['tenant'] = 'other'
if ("$($connection.TenantId)" -eq $TenantId) {
    $Result['tenant'] = 'here'
}
Resolve-Finding 'tenant' $Result['tenant'] "$($connection.TenantId)" | Out-Null

try {
    Get-CsVideoInteropServiceProvider -ErrorAction Stop | Out-Null
    $Result['policy'] = Find-Policy @(Get-CsTeamsVideoInteropServicePolicy -ErrorAction Stop)
}
catch {
    Resolve-Finding 'role' 'refused' $_.Exception.Message | Out-Null
}
Resolve-Finding 'role' 'reads' '' | Out-Null
Resolve-Finding 'policy' $Result['policy'] $PolicyName | Out-Null

# a look at the state, or an undo, is also about the pilot users of earlier runs
if ($Named.Count -eq 0 -and $StateFile -and ($Mode -eq 'Undo' -or $Mode -eq 'Status')) {
    $Named = @((Read-Before).users | Where-Object { $_ } | ForEach-Object { $_.name })
}

try {
    if ($Mode -eq 'Undo') {
        Undo-Everything
    }
    elseif ($Mode -ne 'Status') {
        Set-Up
    }
    Show-Tenant
}
catch {
    Stop-Here 'change' "A step failed: $($_.Exception.Message) To change these settings takes the role Teams Administrator. You may run the script again: what is done stays done, and -Mode Undo puts it back."
}

Complete-Script

Write-Host ''
if ($Mode -eq 'Plan') {
    Write-Host 'Nothing was changed. To begin with a pilot:  .\onemeeting-setup.ps1 -Mode Pilot -Users you@your-domain'
}
elseif ($Mode -ne 'Status') {
    Write-Host 'Microsoft keeps the old policy for up to 6 hours. After that, NEW meetings carry the new one;'
    Write-Host 'meetings that were scheduled before stay as they are.'
}
