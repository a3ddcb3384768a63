<#
.SYNOPSIS
    Sets up cloud video interop in Microsoft Teams, so that meeting rooms can dial into Teams meetings.

.DESCRIPTION
    Run it without parameters first: it signs you in, shows what your tenant has and what it
    would change, and changes nothing.

    It was made for one tenant and refuses any other. It may be run as often as you like: what
    is already right is left alone. It needs the role Teams Administrator, and no other.

    It makes two changes, and only these:
      1. the video interop provider "Pexip" of your tenant gets your values
      2. the policy PexipServiceProviderEnabled is granted to the users you name, or to everyone

    It runs in Windows PowerShell 5.1 and in PowerShell 7.2 or later.

.PARAMETER Pilot
    Grants the policy to these users only, named by their sign-in names. Begin with one or two.

.PARAMETER Everyone
    Grants the policy to the whole tenant.

.PARAMETER ReplaceProvider
    Your tenant can have one provider of the kind "Pexip". If it already has one with another
    tenant key, the script stops, because another service may be using it. With this switch
    it writes your new values over the old ones.

.EXAMPLE
    .\onemeeting-setup.ps1
    Looks, and changes nothing.

.EXAMPLE
    .\onemeeting-setup.ps1 -Pilot anna@contoso.com, ben@contoso.com
    Sets the provider, and grants the policy to two users.

.EXAMPLE
    .\onemeeting-setup.ps1 -Everyone -WhatIf
    Says what granting it to everyone would change, and changes nothing.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium', DefaultParameterSetName = 'Look')]
param(
    [Parameter(Mandatory = $true, ParameterSetName = 'Pilot')]
    [ValidateNotNullOrEmpty()]
    [string[]] $Pilot,

    [Parameter(Mandatory = $true, ParameterSetName = 'Everyone')]
    [switch] $Everyone,

    [switch] $ReplaceProvider
)

# --- your values -------------------------------------------------------------------------

$ServiceName    = '<serviceName>'
$Company        = '<company>'
$TenantId       = '<tenantId>'
$TenantKey      = '<tenantKey>'
$InstructionUri = '<instructionUri>'
$ApplicationIds = '<applicationIds>'

$ProviderName   = 'Pexip'
$PolicyName     = 'PexipServiceProviderEnabled'

# --- how it works ------------------------------------------------------------------------

$ErrorActionPreference = 'Stop'

# Signing in and reading must happen in a rehearsal, too; only changes are held back.
$Rehearsal = [bool] $WhatIfPreference -or $PSCmdlet.ParameterSetName -eq 'Look'
$WhatIfPreference = $false

function Show-Step([string] $Text) {
    Write-Host ''
    Write-Host "== $Text" -ForegroundColor Cyan
}

function Stop-Here([string] $Text) {
    Write-Host ''
    Write-Host "STOPPED. $Text" -ForegroundColor Red
    exit 1
}

function Test-Change([string] $Target, [string] $Change) {
    if ($Rehearsal) {
        Write-Host "   Would change: $Target - $Change" -ForegroundColor Yellow
        return $false
    }
    return $PSCmdlet.ShouldProcess($Target, $Change)
}

function Get-Provider {
    Get-CsVideoInteropServiceProvider |
        Where-Object { $_.Name -eq $ProviderName -or "$($_.Identity)" -match "(^|:)$ProviderName`$" } |
        Select-Object -First 1
}

Write-Host "$ServiceName for $Company"
if ($PSCmdlet.ParameterSetName -eq 'Look') {
    Write-Host 'This is a look only: nothing will be changed.'
}

# --- 1. the module -----------------------------------------------------------------------

Show-Step 'The MicrosoftTeams module'

if ($PSVersionTable.PSVersion -lt [version] '5.1' -or
    ($PSVersionTable.PSVersion.Major -ge 6 -and $PSVersionTable.PSVersion -lt [version] '7.2')) {
    Stop-Here "PowerShell $($PSVersionTable.PSVersion) is too old for the MicrosoftTeams module. Use Windows PowerShell 5.1, or PowerShell 7.2 or later."
}

$module = Get-Module -Name MicrosoftTeams -ListAvailable | Sort-Object -Property Version -Descending | Select-Object -First 1
if (-not $module) {
    Stop-Here 'The MicrosoftTeams module is not installed. Install it with: Install-Module -Name MicrosoftTeams -Scope CurrentUser -- and then run this script once more.'
}
if ($module.Version -lt [version] '4.0.0') {
    Stop-Here "The MicrosoftTeams module $($module.Version) is too old. Update it with: Update-Module -Name MicrosoftTeams -- then open a new PowerShell window and run this script once more."
}
Import-Module -Name MicrosoftTeams -MinimumVersion '4.0.0'
Write-Host "   Version $($module.Version)"

# --- 2. the right tenant -----------------------------------------------------------------

Show-Step 'Sign-in'
Write-Host "   Sign in with a Teams Administrator of the tenant $TenantId."

$connection = Connect-MicrosoftTeams -TenantId $TenantId
if (-not $connection -or "$($connection.TenantId)" -ne $TenantId) {
    Stop-Here "You are signed in to another tenant ($($connection.TenantId)). This script was made for $TenantId and changed nothing. Close PowerShell, and run it again with an account of that tenant."
}
Write-Host "   Signed in as $($connection.Account)"

# --- 3. the policy that Microsoft provides -----------------------------------------------

$policies = @(Get-CsTeamsVideoInteropServicePolicy)
if (-not ($policies | Where-Object { "$($_.Identity)" -match "(^|:)$PolicyName`$" })) {
    Stop-Here "Your tenant does not offer the policy $PolicyName, which Microsoft provides in every tenant with Teams. Nothing was changed. Please tell us."
}

# --- 4. the provider ---------------------------------------------------------------------

Show-Step "The video interop provider $ProviderName"

$values = @{
    TenantKey                          = $TenantKey
    InstructionUri                     = $InstructionUri
    AllowAppGuestJoinsAsAuthenticated  = $true
    AadApplicationIds                  = $ApplicationIds
}

$provider = Get-Provider
if (-not $provider) {
    if (Test-Change "Provider $ProviderName" "create it with the tenant key $TenantKey") {
        New-CsVideoInteropServiceProvider -Name $ProviderName @values | Out-Null
        Write-Host '   Created.'
    }
}
else {
    $differences = @($values.Keys | Where-Object { "$($provider.$_)" -ne "$($values[$_])" } | Sort-Object)
    if ($differences.Count -eq 0) {
        Write-Host '   It is there, with exactly your values.'
    }
    elseif ($provider.TenantKey -and $provider.TenantKey -ne $TenantKey -and -not $ReplaceProvider) {
        Stop-Here "Your tenant already has a provider $ProviderName with the tenant key $($provider.TenantKey). Another service may be using it. Nothing was changed. If it is to be replaced, run this script with -ReplaceProvider."
    }
    else {
        foreach ($name in $differences) {
            Write-Host "   $name is '$($provider.$name)' and is to be '$($values[$name])'."
        }
        if (Test-Change "Provider $ProviderName" ('update ' + ($differences -join ', '))) {
            Set-CsVideoInteropServiceProvider -Identity $ProviderName @values | Out-Null
            Write-Host '   Updated.'
        }
    }
}

# --- 5. who has the policy ---------------------------------------------------------------

# called with powershell -File, several users arrive as one text
$users = @($Pilot | ForEach-Object { $_ -split '[,;]' } | ForEach-Object { $_.Trim() } | Where-Object { $_ })

if ($users.Count -gt 0) {
    Show-Step 'The policy for your pilot users'
    foreach ($user in $users) {
        try {
            $found = Get-CsOnlineUser -Identity $user
            if ("$($found.TeamsVideoInteropServicePolicy)" -match "(^|:)$PolicyName`$") {
                Write-Host "   $user has it already."
            }
            elseif (Test-Change "User $user" "grant the policy $PolicyName") {
                Grant-CsTeamsVideoInteropServicePolicy -PolicyName $PolicyName -Identity $user
                Write-Host "   Granted to $user."
            }
        }
        catch {
            Write-Warning "$user was left out: $($_.Exception.Message)"
        }
    }
}

if ($Everyone) {
    Show-Step 'The policy for everyone'
    $global = $policies | Where-Object { "$($_.Identity)" -eq 'Global' } | Select-Object -First 1
    if ($global -and $global.Enabled -and $global.ProviderName -eq $ProviderName) {
        Write-Host '   Everyone has it already.'
    }
    elseif (Test-Change 'The whole tenant' "grant the policy $PolicyName") {
        Grant-CsTeamsVideoInteropServicePolicy -PolicyName $PolicyName -Global
        Write-Host '   Granted.'
    }
}

# --- 6. what is there now ----------------------------------------------------------------

Show-Step 'What your tenant has now'

Get-Provider | Format-List -Property @('Name', 'TenantKey', 'InstructionUri', 'AllowAppGuestJoinsAsAuthenticated', 'AadApplicationIds') | Out-Host
Get-CsTeamsVideoInteropServicePolicy -Identity Global | Format-List -Property @('Identity', 'ProviderName', 'Enabled') | Out-Host
foreach ($user in $users) {
    Get-CsOnlineUser -Identity $user -ErrorAction SilentlyContinue |
        Format-List -Property @('UserPrincipalName', 'TeamsVideoInteropServicePolicy') | Out-Host
}

if ($Rehearsal) {
    Write-Host 'Nothing was changed. To begin with a pilot:  .\onemeeting-setup.ps1 -Pilot you@your-domain'
}
else {
    Write-Host 'Microsoft keeps the old policy for up to 6 hours. After that, NEW meetings carry the dial-in for'
    Write-Host 'meeting rooms; meetings that were scheduled before stay as they are.'
    Write-Host 'Go back to your set-up page now and press "The policy is in place".'
}
